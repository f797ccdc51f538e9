// SPDX-License-Identifier: MIT
#pragma once

#include <QLayout>

#include <vector>

namespace reeve::ui {

// Lays widgets out like words: side by side, and in the next line when there is no room. Left to right or right to
// left as the language asks.
class FlowLayout : public QLayout
{
public:
    explicit FlowLayout(int gap, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void insertWidget(int index, QWidget *widget);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

protected:
    // Where everything goes in `rect`; moves it there when `place`. The height it takes.
    virtual int arrange(const QRect &rect, bool place) const;
    [[nodiscard]] int gap() const noexcept { return m_gap; }

private:
    std::vector<QLayoutItem *> m_items; // owned
    int m_gap;
};

} // namespace reeve::ui
