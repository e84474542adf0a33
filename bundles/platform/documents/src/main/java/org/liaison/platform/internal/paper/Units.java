package org.liaison.platform.internal.paper;

/** Millimetres and points. */
final class Units {
    private Units() {}

    static double points(double millimetres) {
        return millimetres * 72 / 25.4;
    }
}
