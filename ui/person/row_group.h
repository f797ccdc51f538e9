// SPDX-License-Identifier: MIT
#pragma once

#include "ui/parts/flow_layout.h"
#include "ui/person/form_rows.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

#include <algorithm>
#include <functional>

namespace reeve::ui {

// The rows of one kind and the buttons that add to them.
class RowGroupBase : public QWidget
{
    Q_OBJECT

public:
    explicit RowGroupBase(QWidget *parent)
        : QWidget(parent),
          m_column(new QVBoxLayout(this)),
          m_adders(new FlowLayout(4))
    {
        m_column->setContentsMargins(0, 0, 0, 0);
        m_column->setSpacing(4);
        m_column->addLayout(m_adders);
    }

    // The button has no words yet: see setText() in the owner's retranslate().
    QPushButton *addAdder()
    {
        auto *button = new QPushButton(this);
        button->setProperty("role", QStringLiteral("quiet"));
        m_adders->addWidget(button);
        return button;
    }

signals:
    void edited();

protected:
    QVBoxLayout *m_column;
    FlowLayout *m_adders;
};

template <typename Row>
class RowGroup final : public RowGroupBase
{
public:
    using RowGroupBase::RowGroupBase;

    [[nodiscard]] const std::vector<Row *> &rows() const noexcept { return m_rows; }

    template <typename Value>
    void setValues(const std::vector<Value> &values)
    {
        for (Row *row : m_rows) {
            row->hide();
            row->deleteLater();
        }
        m_rows.clear();
        for (const Value &value : values)
            add(value);
    }

    template <typename Value>
    Row *add(const Value &value)
    {
        auto *row = new Row(value, this);
        m_column->insertWidget(m_column->count() - 1, row);
        row->show(); // the layout would show it later, and what is not shown cannot take the focus
        m_rows.push_back(row);
        connect(row, &FormRow::edited, this, &RowGroupBase::edited);
        connect(row, &FormRow::removeRequested, this, [this, row] {
            std::erase(m_rows, row);
            row->hide();
            row->deleteLater();
            emit edited();
        });
        if (m_whenAdded)
            m_whenAdded(*row);
        return row;
    }

    // Called with each row that is made from now on.
    void setWhenAdded(std::function<void(Row &)> whenAdded) { m_whenAdded = std::move(whenAdded); }

    template <typename Value>
    [[nodiscard]] std::vector<Value> values() const
    {
        std::vector<Value> values;
        for (const Row *row : m_rows)
            values.push_back(row->value());
        return values;
    }

    void retranslate()
    {
        for (Row *row : m_rows)
            row->retranslate();
    }

private:
    std::vector<Row *> m_rows; // children
    std::function<void(Row &)> m_whenAdded;
};

} // namespace reeve::ui
