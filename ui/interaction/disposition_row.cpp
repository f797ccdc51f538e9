// SPDX-License-Identifier: MIT
#include "ui/interaction/disposition_row.h"

#include "ui/interaction/interaction_words.h"
#include "ui/parts/bold_room.h"
#include "ui/parts/flow_layout.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QPushButton>
#include <QScopedValueRollback>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

DispositionRow::DispositionRow(const domain::ServiceCatalogue &catalogue, QWidget *parent)
    : QWidget(parent),
      m_catalogue(catalogue),
      m_choices(new QButtonGroup(this))
{
    auto *flow = new FlowLayout(8, this);
    const int count = static_cast<int>(catalogue.dispositions().size());
    for (int i = 0; i < count; ++i) {
        auto *button = new QPushButton(this);
        button->setProperty("role", u"segment"_s);
        button->setCheckable(true);
        button->installEventFilter(this);
        m_choices->addButton(button, i);
        flow->addWidget(button);
    }
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    // Not idClicked: a screen reader toggles a button.
    connect(m_choices, &QButtonGroup::idToggled, this, [this](int index, bool isChecked) {
        if (isChecked && !m_isShowing)
            emit chosen(m_catalogue.dispositions().at(static_cast<size_t>(index)).code);
    });
    retranslate();
}

void DispositionRow::retranslate()
{
    int number = 0;
    for (const domain::Disposition &disposition : m_catalogue.dispositions()) {
        QAbstractButton *button = m_choices->button(number++);
        const QString label = labelOf(disposition);
        button->setText(number <= 9 ? u"%1  %2"_s.arg(QString::number(number), label) : label);
        button->setAccessibleName(tr("How did it end: %1").arg(label));
        keepRoomForBold(*button);
    }
    updateGeometry();
}

void DispositionRow::setDisposition(const domain::DispositionCode &code)
{
    const QScopedValueRollback showing(m_isShowing, true);
    const auto &all = m_catalogue.dispositions();
    const auto at = std::find_if(all.cbegin(), all.cend(), [&code](const auto &known) { return known.code == code; });
    if (at != all.cend()) {
        m_choices->button(static_cast<int>(at - all.cbegin()))->setChecked(true);
        return;
    }
    m_choices->setExclusive(false); // the only way to check none
    for (QAbstractButton *button : m_choices->buttons())
        button->setChecked(false);
    m_choices->setExclusive(true);
}

void DispositionRow::focusChoices()
{
    QAbstractButton *button = m_choices->checkedButton() ? m_choices->checkedButton() : m_choices->button(0);
    if (button)
        button->setFocus(Qt::ShortcutFocusReason);
}

void DispositionRow::choose(int index)
{
    QAbstractButton *button = m_choices->button(index);
    if (!button)
        return;
    button->setFocus();
    button->setChecked(true);
}

bool DispositionRow::typed(const QString &text)
{
    if (text.size() != 1 || !text.at(0).isPrint() || text.at(0).isSpace())
        return false;
    if (text.at(0).isDigit()) {
        const int index = text.at(0).digitValue() - 1;
        if (index < 0 || index >= m_choices->buttons().size())
            return false;
        choose(index);
        return true;
    }
    const auto &all = m_catalogue.dispositions();
    const int count = static_cast<int>(all.size());
    for (int step = 1; step <= count; ++step) { // the next one that begins with it
        const int index = (qMax(m_choices->checkedId(), -1) + step + count) % count;
        if (labelOf(all.at(static_cast<size_t>(index))).startsWith(text, Qt::CaseInsensitive)) {
            choose(index);
            return true;
        }
    }
    return false;
}

bool DispositionRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (!(press->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) && typed(press->text()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace reeve::ui
