/** Notices and reminders (通知、提醒): what people are told, when, and by which way. */
@Export
@Version("1.0.0")
package org.liaison.platform.api.notice;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
