// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

namespace reeve::ui {

// A link that gives way where there is little room: its words end in "…" then, and are told in full by the tip and to
// a screen reader. Enter follows it.
class LinkButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &words, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int roomForWords() const;
};

} // namespace reeve::ui
