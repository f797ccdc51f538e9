// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace reeve::ui {

// One line of plain text that gives way: shortened with "…" where there is no room, whole in the tool tip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedLabel)

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace reeve::ui
