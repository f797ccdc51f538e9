// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QWidget;

namespace reeve::ui {

// Tells a screen reader something that happened without the focus moving there: `words` becomes the accessible name of
// `where`, and an alert event is sent. Each call is heard, the same words again, too. A label that has no such name
// tells of its text by itself: it is given the text after this, or it is heard twice.
void announce(QWidget *where, const QString &words);

// The same of how something stands, for what is drawn anew more often than it changes: heard when the words are not
// those that were last said there. Empty: it stands no more, and the next words are news whatever they are.
void announceState(QWidget *where, const QString &words);

} // namespace reeve::ui
