// SPDX-License-Identifier: MIT
#include "ui/sync/written_view.h"

#include "ui/parts/plain_label.h"
#include "ui/person/field_words.h"
#include "ui/theme/theme.h"

#include <QGridLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using services::WrittenDown;

WrittenView::WrittenView(const services::AttentionItem &item, QWidget *parent)
    : QWidget(parent),
      m_lines(new QGridLayout(this))
{
    m_lines->setContentsMargins(0, grid(1), 0, 0);
    m_lines->setHorizontalSpacing(grid(2));
    m_lines->setVerticalSpacing(grid(0.5));
    m_lines->setColumnStretch(1, 1);

    const WrittenDown &written = item.written;
    for (const WrittenDown::Field &one : written.fields) {
        const QString now = valueWords(one.field, one.now);
        addLine(fieldWords(one.field), one.was.isNull() || one.was.isUndefined()
                                           ? now
                                           : tr("%1 (before: %2)").arg(now, valueWords(one.field, one.was)));
    }
    for (const QString &note : written.notes)
        addLine(tr("Note"), note.isEmpty() ? tr("(nothing)") : note);
    if (!item.recordNames.isEmpty())
        addLine(tr("About"), item.recordNames.join(u", "_s));
    if (written.restrictedItems > 0)
        addLine(tr("Restricted"), tr("%n item(s), which this page does not show", nullptr, written.restrictedItems));
    if (m_lines->count() == 0)
        hide();
}

void WrittenView::addLine(const QString &name, const QString &value)
{
    const int row = m_lines->rowCount();
    m_lines->addWidget(plainLabel(name, u"secondary"_s), row, 0, Qt::AlignTop);
    QLabel *text = plainLabel(value, {});
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(name + u": "_s + value);
    m_lines->addWidget(text, row, 1);
}

} // namespace reeve::ui
