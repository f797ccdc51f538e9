// SPDX-License-Identifier: MIT
#pragma once

#include "ui/duplicates/values_view_model.h"
#include "ui/shell/overlay.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace reeve::ui {

class ContentScroll;
class MessageLine;

// Choose values…: what the records of a merged person say differently, one below the other, and which is shown. What
// two desks chose differently comes first. A choice is made at once, and can be taken back.
class ValuesPanel final : public Overlay
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValuesPanel)

public:
    // `merges` must outlive it.
    ValuesPanel(const services::MergeService &merges, QWidget *over);

    [[nodiscard]] ValuesViewModel &viewModel() noexcept { return *m_viewModel; }

    void openFor(const domain::PersonId &person);
    void forget(); // nothing of anybody is kept

signals:
    // In words; `before` takes it back.
    void chosen(const QString &words, const std::optional<reeve::ui::ShownValue> &before);

protected:
    QWidget *firstFocus() override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void render();
    void rebuild();
    [[nodiscard]] QWidget *cardOf(std::size_t value);
    void addSaid(QGridLayout *lines, std::size_t value, std::size_t said);

    ValuesViewModel *m_viewModel;
    QLabel *m_title;
    QPushButton *m_close;
    QLabel *m_about;
    MessageLine *m_message;
    ContentScroll *m_list;
    QString m_focused; // the field whose button was pressed last: the focus stays with it
};

} // namespace reeve::ui
