// SPDX-License-Identifier: MIT
#pragma once

#include "ui/duplicates/pair_rows.h"

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;
class QRadioButton;
class QScrollArea;

namespace reeve::ui {

class PairViewModel;

// Two records side by side, field by field; while fields are being chosen, also what they become. Differences are told
// by a word, by weight and by colour.
class PairView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PairView)

public:
    // `viewModel` must outlive it.
    explicit PairView(PairViewModel &viewModel, QWidget *parent = nullptr);

    // The first field to choose; false when there is none.
    bool focusFirstChoice();
    void retranslate();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Line
    {
        QLabel *merged = nullptr;
        QRadioButton *left = nullptr;
        QRadioButton *right = nullptr;
    };

    void render();
    [[nodiscard]] static QString headsOf(const services::PairReview &review);
    [[nodiscard]] bool isSameShape(const std::vector<PairRow> &rows) const;
    void refresh(const std::vector<PairRow> &rows);
    void build(const std::vector<PairRow> &rows);
    void addHeads(QGridLayout *grid);
    void addRow(QGridLayout *grid, int line, const PairRow &row);
    void addChoice(QGridLayout *grid, int line, const PairRow &row, Line &made);

    PairViewModel &m_viewModel;
    QLabel *m_summary;
    QWidget *m_caution;
    QLabel *m_cautionWords;
    QLabel *m_cautionMark;
    QScrollArea *m_scroll;
    QHash<QString, Line> m_lines;
    std::vector<PairRow> m_rows;
    QString m_heads;
    bool m_isChoosing = false;
};

} // namespace reeve::ui
