// SPDX-License-Identifier: MIT
#include "ui/duplicates/pair_view.h"

#include "ui/duplicates/match_words.h"
#include "ui/duplicates/pair_view_model.h"
#include "ui/person/hit_words.h"
#include "ui/theme/icons.h"
#include "ui/words/dates.h"

#include <QApplication>
#include <QButtonGroup>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using domain::MergeSide;

namespace {

enum Column { NameColumn, MarkColumn, LeftColumn, RightColumn, MergedColumn };

QLabel *label(const QString &text, const QString &role)
{
    auto *made = new QLabel(text);
    made->setTextFormat(Qt::PlainText); // what people are called is never read as markup
    made->setProperty("role", role);
    made->setWordWrap(true);
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
    QString words = PairView::tr("%n interaction(s)", nullptr, person.interactions);
    if (person.lastInteraction)
        words = PairView::tr("%1, the last %2").arg(words, dateWords(londonDate(*person.lastInteraction)));
    if (person.records > 1)
        words += u"\n"_s + PairView::tr("%n records already", nullptr, person.records);
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

} // namespace

PairView::PairView(PairViewModel &viewModel, QWidget *parent)
    : QWidget(parent),
      m_viewModel(viewModel),
      m_summary(label({}, u"secondary"_s)),
      m_caution(new QFrame),
      m_cautionWords(label({}, {})),
      m_cautionMark(new QLabel),
      m_scroll(new QScrollArea)
{
    setProperty("role", u"clear"_s);
    m_caution->setProperty("role", u"bannerAttention"_s);
    auto *caution = new QHBoxLayout(m_caution);
    caution->setContentsMargins(grid(1.5), grid(1), grid(1.5), grid(1));
    caution->setSpacing(grid(1));
    caution->addWidget(m_cautionMark, 0, Qt::AlignTop);
    caution->addWidget(m_cautionWords, 1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(1.5));
    column->addWidget(m_summary);
    column->addWidget(m_caution);
    column->addWidget(m_scroll, 1);
    connect(&m_viewModel, &PairViewModel::changed, this, &PairView::render);
    retranslate();
}

void PairView::retranslate()
{
    m_scroll->setAccessibleName(tr("The two records side by side"));
    m_rows.clear();
    render();
}

void PairView::render()
{
    const auto state = m_viewModel.state();
    const bool isShown = state == PairViewModel::State::Shown || state == PairViewModel::State::Merging;
    if (state == PairViewModel::State::Loading)
        return; // what is shown stays until the next is there: nothing flickers
    m_scroll->setVisible(isShown);
    m_summary->setVisible(isShown);
    m_caution->setVisible(false);
    setEnabled(state != PairViewModel::State::Merging);
    if (!isShown) {
        build({});
        return;
    }
    const services::PairReview &review = m_viewModel.review();
    m_summary->setText(u"%1 – %2"_s.arg(outcomeWords(review.match.outcome), reasonWords(review.match.reasons)));
    QString caution = cautionWords(review.match.caution);
    if (m_viewModel.isContradiction())
        caution = tr("Somebody has said that these two are not the same person.") + u' ' + caution;
    m_cautionWords->setText(caution.trimmed());
    m_cautionMark->setPixmap(
        iconPixmap(u"exclamation-triangle", Role::Attention, fontMetrics().height(), devicePixelRatioF()));
    m_caution->setVisible(!caution.isEmpty());

    std::vector<PairRow> rows = m_viewModel.rows();
    if (!m_viewModel.isChoosing())
        std::erase_if(rows, [](const PairRow &row) { return row.difference == PairRow::Difference::Kept; });
    if (isSameShape(rows))
        refresh(rows);
    else
        build(rows);
}

bool PairView::isSameShape(const std::vector<PairRow> &rows) const
{
    return m_isChoosing == m_viewModel.isChoosing() &&
           std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(),
                      [](const PairRow &a, const PairRow &b) {
                          return a.field == b.field && a.left == b.left && a.right == b.right &&
                                 a.side.has_value() == b.side.has_value();
                      }) &&
           m_heads == headsOf(m_viewModel.review());
}

// Another choice changes what they become and nothing else: no control goes while a hand is on it.
void PairView::refresh(const std::vector<PairRow> &rows)
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

void PairView::build(const std::vector<PairRow> &rows)
{
    const bool hadFocus = m_scroll->widget() && m_scroll->widget()->isAncestorOf(QApplication::focusWidget());
    m_rows = rows;
    m_lines.clear();
    m_isChoosing = m_viewModel.isChoosing();
    auto *table = new QWidget;
    table->setProperty("role", u"clear"_s);
    auto *lines = new QGridLayout(table);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setHorizontalSpacing(grid(2));
    lines->setVerticalSpacing(grid(0.75));
    if (!rows.empty()) {
        m_heads = headsOf(m_viewModel.review());
        addHeads(lines);
    }
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
    // Later: a change of language or theme may be under way among the widgets of the one before.
    if (QWidget *before = m_scroll->takeWidget()) {
        before->hide();
        before->deleteLater();
    }
    m_scroll->setWidget(table);
    if (hadFocus)
        focusFirstChoice();
}

QString PairView::headsOf(const services::PairReview &review)
{
    return nameWords(review.survivor.hit) + reachWords(review.survivor) + nameWords(review.absorbed.hit) +
           reachWords(review.absorbed);
}

void PairView::addHeads(QGridLayout *lines)
{
    const services::PairReview &review = m_viewModel.review();
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

void PairView::addRow(QGridLayout *lines, int at, const PairRow &row)
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

void PairView::addChoice(QGridLayout *lines, int at, const PairRow &row, Line &made)
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
                m_viewModel.choose(field, side);
        });
        return button;
    };
    made.left = add(LeftColumn, MergeSide::Survivor, row.left, tr("%1: %2, from the left").arg(row.name, row.left));
    made.right =
        add(RightColumn, MergeSide::Absorbed, row.right, tr("%1: %2, from the right").arg(row.name, row.right));
}

// The words beside a button choose it, too.
bool PairView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        if (const auto *words = qobject_cast<QLabel *>(watched)) {
            if (auto *button = qobject_cast<QRadioButton *>(words->buddy()))
                button->click();
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool PairView::focusFirstChoice()
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
