// SPDX-License-Identifier: MIT
#include "ui/words/spoken.h"

namespace reeve::ui {

QString spoken(QString words)
{
    for (const QChar mark : {u'✓', u'✕', u'≠', u'▲'})
        words.remove(QString(mark) + u' ');
    return words;
}

} // namespace reeve::ui
