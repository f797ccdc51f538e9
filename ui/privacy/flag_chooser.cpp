// SPDX-License-Identifier: MIT
#include "ui/privacy/flag_chooser.h"

#include "ui/parts/columns_layout.h"
#include "ui/privacy/basis_words.h"
#include "ui/privacy/other_basis.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int fewestLetters = 38; // of a column: enough to tell one choice from another

} // namespace

FlagChooser::FlagChooser(const domain::LawfulBasisPolicy &policy, QWidget *parent)
    : QFrame(parent),
      m_policy(policy),
      m_title(new QLabel(this)),
      m_choices(new QButtonGroup(this)),
      m_somethingElse(new QPushButton(this)),
      m_other(new OtherBasis(policy, this))
{
    setProperty("role", u"bannerRestricted"_s);
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(4);
    m_title->setProperty("role", u"strong"_s);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    auto *columns = new ColumnsLayout(4);
    for (int i = 0; i < static_cast<int>(policy.presets().size()); ++i) {
        auto *button = new QPushButton(this);
        button->setProperty("role", u"quiet"_s);
        m_choices->addButton(button, i);
        columns->addWidget(button);
    }
    m_somethingElse->setProperty("role", u"quiet"_s);
    columns->addWidget(m_somethingElse);
    column->addLayout(columns);
    column->addWidget(m_other);
    m_other->hide();
    connect(m_choices, &QButtonGroup::idClicked, this, &FlagChooser::choose);
    connect(m_somethingElse, &QPushButton::clicked, this, &FlagChooser::openOther);
    connect(m_other, &OtherBasis::chosen, this, [this](const domain::BasisPreset &basis) {
        hide();
        emit chosen(basis);
    });
    retranslate();
    hide();
}

QChar FlagChooser::keyOf(int index)
{
    return QChar(index < 9 ? u'1' + index : u'a' + index - 9);
}

void FlagChooser::retranslate()
{
    m_title->setText(tr("What was said, and why may we hold it? One key picks it."));
    setAccessibleName(tr("Flag something sensitive"));
    for (QAbstractButton *button : m_choices->buttons()) {
        const int index = m_choices->id(button);
        const domain::BasisPreset &preset = m_policy.presets().at(static_cast<size_t>(index));
        button->setAccessibleName(presetWords(preset));
        button->setToolTip(basisWords(m_policy, preset.condition, preset.schedule1));
    }
    m_somethingElse->setAccessibleName(tr("Something else, or another basis"));
    m_other->retranslate();
    fitWords();
}

// Shortened where there is little room: the key and the beginning stay, the whole is what a screen reader says.
void FlagChooser::fitWords()
{
    const int margins = layout()->contentsMargins().left() + layout()->contentsMargins().right();
    const int columns = qMax(1, width() / (fewestLetters * fontMetrics().averageCharWidth()));
    constexpr int aroundWords = 24; // of a button, and the gap to the next
    const auto fit = [room = (width() - margins) / columns - aroundWords](QAbstractButton &button, QChar key) {
        const QString words = u"%1  %2"_s.arg(key).arg(button.accessibleName());
        button.setText(button.fontMetrics().elidedText(words, Qt::ElideRight, room));
    };
    for (QAbstractButton *button : m_choices->buttons())
        fit(*button, keyOf(m_choices->id(button)));
    fit(*m_somethingElse, u'0');
}

void FlagChooser::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fitWords();
}

void FlagChooser::open(QDate today)
{
    m_today = today;
    m_other->hide();
    show();
    if (QAbstractButton *first = m_choices->button(0))
        first->setFocus(Qt::ShortcutFocusReason);
    else
        setFocus(Qt::ShortcutFocusReason);
}

void FlagChooser::resume()
{
    QAbstractButton *first = m_choices->button(0);
    if (!m_other->isHidden())
        m_other->resume();
    else if (first)
        first->setFocus(Qt::ShortcutFocusReason);
}

void FlagChooser::openOther()
{
    m_other->open(m_today);
    emit grown(m_other);
}

void FlagChooser::choose(int index)
{
    hide();
    emit chosen(m_policy.presets().at(static_cast<size_t>(index)));
}

void FlagChooser::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        emit folded();
        return;
    }
    if (event->key() == Qt::Key_0) {
        openOther();
        return;
    }
    const QString text = event->text().toLower();
    for (int i = 0; i < static_cast<int>(m_policy.presets().size()) && !text.isEmpty(); ++i) {
        if (text == keyOf(i)) {
            choose(i);
            return;
        }
    }
    QFrame::keyPressEvent(event);
}

bool FlagChooser::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept(); // Esc folds this first
    return QFrame::event(event);
}

} // namespace reeve::ui
