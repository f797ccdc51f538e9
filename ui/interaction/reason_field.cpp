// SPDX-License-Identifier: MIT
#include "ui/interaction/reason_field.h"

#include "ui/interaction/reason_model.h"
#include "ui/parts/drop_list.h"
#include "ui/parts/flow_layout.h"
#include "ui/theme/icons.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

ReasonField::ReasonField(const domain::ServiceCatalogue &catalogue, QWidget *parent)
    : QWidget(parent),
      m_catalogue(catalogue),
      m_flow(new FlowLayout(8, this)),
      m_field(new QLineEdit(this)),
      m_model(new ReasonModel(catalogue, this)),
      m_drop(new DropList(m_field, m_model))
{
    m_field->setObjectName(u"reasonField"_s);
    m_field->setMinimumWidth(26 * fontMetrics().averageCharWidth());
    m_field->installEventFilter(this);
    m_flow->addWidget(m_field);
    setFocusProxy(m_field);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    connect(m_field, &QLineEdit::textChanged, this, [this] {
        if (!m_field->hasFocus())
            m_field->setFocus(); // typed through the accessibility bus
        suggest();
    });
    connect(m_drop, &DropList::chosen, this, &ReasonField::choose);
    retranslate();
}

void ReasonField::retranslate()
{
    m_field->setPlaceholderText(tr("Type a reason or its short code"));
    m_field->setAccessibleName(tr("Why are they in touch? Add a reason"));
    m_drop->setListName(tr("Reasons"));
    showChips();
}

void ReasonField::setReasons(const std::vector<domain::ReasonCode> &reasons)
{
    if (reasons == m_reasons)
        return;
    m_reasons = reasons;
    showChips();
}

void ReasonField::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    suggest();
}

void ReasonField::showChips()
{
    while (m_flow->count() > 1) { // all but the field
        QLayoutItem *item = m_flow->takeAt(0);
        if (item->widget() && item->widget()->hasFocus())
            m_field->setFocus();
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    int at = 0;
    for (const domain::ReasonCode &code : m_reasons) {
        const QString label = reasonWords(m_catalogue, code);
        auto *chip = new QPushButton(icon(u"x-lg", Role::Secondary), label, this);
        chip->setProperty("role", u"chip"_s);
        chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
        chip->setIconSize({12, 12});
        chip->setAccessibleName(tr("Reason: %1. Press to remove it.").arg(label));
        chip->setToolTip(tr("Remove this reason"));
        connect(chip, &QPushButton::clicked, this, [this, code] { emit removed(code); });
        m_flow->insertWidget(at++, chip);
        chip->show();
    }
    updateGeometry();
}

void ReasonField::suggest()
{
    if (!m_field->hasFocus())
        return;
    m_model->setTyped(m_field->text().trimmed(), m_reasons);
    if (m_model->rowCount() == 0) {
        m_drop->say(tr("No such reason. Try another word for it."));
    } else {
        m_drop->say({});
        m_drop->setCurrentRow(0);
    }
    m_drop->open();
}

void ReasonField::choose(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const domain::ReasonCode code = m_model->rows()[static_cast<size_t>(row)].code;
    m_drop->fold();
    const QSignalBlocker quiet(m_field); // clearing it is no question
    m_field->clear();
    emit added(code);
}

bool ReasonField::keyPressed(int key)
{
    switch (key) {
    case Qt::Key_Down:
        if (m_drop->isOpen())
            m_drop->step(1);
        else
            suggest();
        return true;
    case Qt::Key_Up:
        m_drop->step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_drop->isOpen() && (!m_field->text().isEmpty() || m_drop->currentRow() >= 0))
            choose(m_drop->currentRow());
        return true;
    case Qt::Key_Escape:
        if (!m_drop->isOpen())
            return false;
        m_drop->fold();
        return true;
    case Qt::Key_Backspace:
        if (!m_field->text().isEmpty() || m_reasons.empty())
            return false;
        emit removed(domain::ReasonCode(m_reasons.back()));
        return true;
    default:
        return false;
    }
}

bool ReasonField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const bool isPlain = !(press->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier));
        if (isPlain && keyPressed(press->key()))
            return true;
    }
    if (watched == m_field && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && m_drop->isOpen())
        event->accept();
    return QWidget::eventFilter(watched, event);
}

} // namespace reeve::ui
