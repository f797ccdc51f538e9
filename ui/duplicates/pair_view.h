// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace reeve::ui {

class PairTable;
class PairViewModel;

// Two records side by side: why they may be one person, what to be careful of, and the table of their fields.
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

private:
    void render();

    PairViewModel &m_viewModel;
    QLabel *m_summary;
    QWidget *m_caution;
    QLabel *m_cautionWords;
    QLabel *m_cautionMark;
    PairTable *m_table;
};

} // namespace reeve::ui
