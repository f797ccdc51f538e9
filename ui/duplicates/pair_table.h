// SPDX-License-Identifier: MIT
#pragma once

#include "ui/duplicates/pair_rows.h"
#include "ui/parts/content_scroll.h"

#include <QHash>

class QGridLayout;
class QLabel;
class QRadioButton;

namespace reeve::ui {

// Two records field by field; while fields are being chosen, also what they become. Differences are told by a word, by
// weight and by colour.
class PairTable final : public ContentScroll
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PairTable)

public:
    explicit PairTable(QWidget *parent = nullptr);

    // Another choice changes what they become and nothing else: no control goes while a hand is on it.
    void show(const services::PairReview &review, const std::vector<PairRow> &rows, bool isChoosing);
    using ContentScroll::show;
    void clear();
    void retranslate() { m_heads.clear(); } // all words are made anew by the next show()

    // The first field to choose; false when there is none.
    bool focusFirstChoice();

signals:
    void chosen(const QString &field, reeve::domain::MergeSide side);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Line
    {
        QLabel *merged = nullptr;
        QRadioButton *left = nullptr;
        QRadioButton *right = nullptr;
    };

    [[nodiscard]] bool isSameShape(const std::vector<PairRow> &rows) const;
    void refresh(const std::vector<PairRow> &rows);
    void build(const services::PairReview &review, const std::vector<PairRow> &rows);
    void addHeads(QGridLayout *lines, const services::PairReview &review) const;
    void addRow(QGridLayout *lines, int at, const PairRow &row);
    void addChoice(QGridLayout *lines, int at, const PairRow &row, Line &made);

    QHash<QString, Line> m_lines;
    std::vector<PairRow> m_rows;
    QString m_heads;
    bool m_isChoosing = false;
};

} // namespace reeve::ui
