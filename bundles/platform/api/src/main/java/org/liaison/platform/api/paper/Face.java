package org.liaison.platform.api.paper;

/** A typeface (字体) by its use in official documents. Which file serves it is the installation's affair. */
public enum Face {
    /** 宋体: forms, page numbers. */
    SONG,
    /** 仿宋: body of official documents. */
    FANGSONG,
    /** 小标宋: titles. */
    XIAOBIAOSONG,
    /** 黑体: first-level headings, labels. */
    HEI,
    /** 楷体: second-level headings. */
    KAI
}
