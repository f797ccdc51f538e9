// SPDX-License-Identifier: MIT
#include "ui/duplicates/pair_table.h"

#include "ui/parts/plain_label.h"
#include "ui/person/hit_words.h"
#include "ui/theme/theme.h"
#include "ui/words/dates.h"

#include <QApplication>
#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using domain::MergeSide;

namespace {

enum Column { NameColumn, MarkColumn, LeftColumn, RightColumn, MergedColumn };

QLabel *label(const QString &text, const QString &role)
{
    QLabel *made = plainLabel(text, role);
    made->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

QString orNothing(const QString &value)
{
    return value.isEmpty() ? u"–"_s : value;
}

bool isDifference(const PairRow &row)
{
    return row.difference == PairRow::Difference::Differs;
}

// A word of its own for each, and weight only for what needs an eye.
QLabel *markOf(const PairRow &row)
{
    const QString words = differenceWords(row.difference);
    QLabel *mark = isDifference(row) ? label(u"≠ "_s + words, u"badgeAttention"_s) : label(words, u"secondary"_s);
    mark->setWordWrap(false);
    mark->setAccessibleName(words);
    return mark;
}

QString reachWords(const services::ReviewedPerson &person)
{
    QString words = PairTable::tr("%n interaction(s)", nullptr, person.interactions);
    if (person.lastInteraction)
        words = PairTable::tr("%1, the last %2").arg(words, dateWords(londonDate(*person.lastInteraction)));
    if (person.records > 1)
        words += u"\n"_s + PairTable::tr("%n records already", nullptr, person.records);
    return words;
}

QWidget *headOf(const services::ReviewedPerson &person, const QString &which)
{
    auto *card = new QFrame;
    card->setProperty("role", u"banner"_s);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(grid(1.5), grid(1), grid(1.5), grid(1));
    column->setSpacing(2);
    column->addWidget(label(which, u"secondary"_s));
    QLabel *name = label(nameWords(person.hit), u"panelTitle"_s);
    name->setAccessibleName(u"%1: %2"_s.arg(which, nameWords(person.hit)));
    column->addWidget(name);
    column->addWidget(label(reachWords(person), u"secondary"_s));
    column->addStretch(1); // the names of both stand on one line
    return card;
}

QString headsOf(const services::PairReview &review)
{
    return nameWords(review.survivor.hit) + reachWords(review.survivor) + nameWords(review.absorbed.hit) +
           reachWords(review.absorbed);
}

} // namespace

PairTable::PairTable(QWidget *parent) : ContentScroll(parent)
{
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // a long e-mail address, large text: never cut off
}

void PairTable::show(const services::PairReview &review, const std::vector<PairRow> &rows, bool isChoosing)
{
    const QString heads = headsOf(review);
    if (isChoosing == m_isChoosing && heads == m_heads && isSameShape(rows)) {
        refresh(rows);
        return;
    }
    m_heads = heads;
    m_isChoosing = isChoosing;
    build(review, rows);
}

void PairTable::clear()
{
    m_rows.clear();
    m_lines.clear();
    m_heads.clear();
    replace(new QWidget);
}

bool PairTable::isSameShape(const std::vector<PairRow> &rows) const
{
    return std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(),
                      [](const PairRow &a, const PairRow &b) {
                          return a.field == b.field && a.left == b.left && a.right == b.right &&
                                 a.side.has_value() == b.side.has_value();
                      });
}

void PairTable::refresh(const std::vector<PairRow> &rows)
{
    m_rows = rows;
    for (const PairRow &row : rows) {
        const Line line = m_lines.value(row.field);
        if (line.merged)
            line.merged->setText(orNothing(row.merged));
        if (line.left && row.side)
            (*row.side == MergeSide::Survivor ? line.left : line.right)->setChecked(true);
    }
}

void PairTable::build(const services::PairReview &review, const std::vector<PairRow> &rows)
{
    const bool hadFocus = widget() && widget()->isAncestorOf(QApplication::focusWidget());
    m_rows = rows;
    m_lines.clear();
    auto *table = new QWidget;
    auto *lines = new QGridLayout(table);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setHorizontalSpacing(grid(2));
    lines->setVerticalSpacing(grid(0.75));
    addHeads(lines, review);
    int line = 1;
    for (const PairRow &row : rows) {
        auto *rule = new QFrame;
        rule->setProperty("role", u"hairline"_s);
        rule->setFixedHeight(1);
        lines->addWidget(rule, line++, NameColumn, 1, -1);
        addRow(lines, line++, row);
    }
    lines->setRowStretch(line, 1);
    lines->setColumnStretch(LeftColumn, 3);
    lines->setColumnStretch(RightColumn, 3);
    if (m_isChoosing)
        lines->setColumnStretch(MergedColumn, 3);
    replace(table);
    if (hadFocus)
        focusFirstChoice();
}

void PairTable::addHeads(QGridLayout *lines, const services::PairReview &review) const
{
    lines->addWidget(headOf(review.survivor, tr("Left: the older record")), 0, LeftColumn);
    lines->addWidget(headOf(review.absorbed, tr("Right: the newer record")), 0, RightColumn);
    if (!m_isChoosing)
        return;
    auto *merged = new QFrame;
    merged->setProperty("role", u"bannerDone"_s);
    auto *column = new QVBoxLayout(merged);
    column->setContentsMargins(grid(1.5), grid(1), grid(1.5), grid(1));
    column->setSpacing(2);
    column->addWidget(label(tr("What is shown once they are merged"), u"strong"_s));
    column->addWidget(label(tr("Nothing is lost: what is not shown is kept as history."), {}));
    column->addStretch(1);
    lines->addWidget(merged, 0, MergedColumn);
}

void PairTable::addRow(QGridLayout *lines, int at, const PairRow &row)
{
    Line made;
    QLabel *name = label(row.name, u"secondary"_s);
    name->setAccessibleName(
        tr("%1, %2. Left: %3. Right: %4.")
            .arg(row.name, differenceWords(row.difference), orNothing(row.left), orNothing(row.right)));
    lines->addWidget(name, at, NameColumn);
    lines->addWidget(markOf(row), at, MarkColumn, Qt::AlignLeft | Qt::AlignTop);
    if (m_isChoosing && row.side) {
        addChoice(lines, at, row, made);
    } else {
        const QString role = isDifference(row) ? u"strong"_s : QString();
        lines->addWidget(label(orNothing(row.left), role), at, LeftColumn);
        lines->addWidget(label(orNothing(row.right), role), at, RightColumn);
    }
    if (m_isChoosing) {
        made.merged = label(orNothing(row.merged), row.side ? u"strong"_s : QString());
        lines->addWidget(made.merged, at, MergedColumn);
    }
    m_lines.insert(row.field, made);
}

void PairTable::addChoice(QGridLayout *lines, int at, const PairRow &row, Line &made)
{
    auto *group = new QButtonGroup(lines->parentWidget());
    const auto add = [&](Column column, MergeSide side, const QString &value, const QString &spoken) {
        auto *cell = new QWidget;
        auto *inside = new QHBoxLayout(cell);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->setSpacing(grid(1));
        auto *button = new QRadioButton;
        button->setAccessibleName(spoken);
        button->setChecked(row.side == side);
        group->addButton(button);
        QLabel *words = label(value, u"strong"_s);
        words->setBuddy(button);
        words->setTextInteractionFlags(Qt::NoTextInteraction);
        words->installEventFilter(this);
        inside->addWidget(button, 0, Qt::AlignTop);
        inside->addWidget(words, 1);
        lines->addWidget(cell, at, column);
        connect(button, &QRadioButton::toggled, this, [this, field = row.field, side](bool isOn) {
            if (isOn)
                emit chosen(field, side);
        });
        return button;
    };
    made.left = add(LeftColumn, MergeSide::Survivor, row.left, tr("%1: %2, from the left").arg(row.name, row.left));
    made.right =
        add(RightColumn, MergeSide::Absorbed, row.right, tr("%1: %2, from the right").arg(row.name, row.right));
}

// The words beside a button choose it, too.
bool PairTable::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        if (const auto *words = qobject_cast<QLabel *>(watched)) {
            if (auto *button = qobject_cast<QRadioButton *>(words->buddy()))
                button->click();
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool PairTable::focusFirstChoice()
{
    for (const PairRow &row : m_rows) {
        const Line line = m_lines.value(row.field);
        if (!line.left)
            continue;
        (line.left->isChecked() ? line.left : line.right)->setFocus(Qt::TabFocusReason);
        return true;
    }
    return false;
}

} // namespace reeve::ui
