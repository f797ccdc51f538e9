// SPDX-License-Identifier: MIT
#pragma once

#include "ui/duplicates/separate_view_model.h"
#include "ui/parts/content_scroll.h"

class QRadioButton;

namespace reeve::ui {

// What came after a merge, a card for each thing, and whose it is: nobody's until a person has said.
class AfterMergeList final : public ContentScroll
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AfterMergeList)

public:
    // `viewModel` must outlive it.
    explicit AfterMergeList(SeparateViewModel &viewModel, QWidget *parent = nullptr);

    void rebuild();      // other items, or another language
    void showAssigned(); // the same items
    // The first of them, or of those that are nobody's yet. False when there is none.
    bool focusFirst();
    bool focusUnassigned();

private:
    struct Choice
    {
        QRadioButton *kept;
        QRadioButton *other;
    };

    [[nodiscard]] QWidget *cardOf(int item);
    [[nodiscard]] QRadioButton *choiceOf(int item, domain::MergeSide side, const QString &what);

    SeparateViewModel &m_viewModel;
    std::vector<Choice> m_choices;
};

} // namespace reeve::ui
