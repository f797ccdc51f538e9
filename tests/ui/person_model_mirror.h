// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>
#include <QObject>
#include <QStringList>

namespace reeve::test {

// A copy of a list model's rows that is kept by its notices alone, as a view keeps its own: when a notice is missing
// or wrong, the copy differs from the model. Counts resets, of which there must be none.
class ModelMirror final : public QObject
{
public:
    ModelMirror(QAbstractItemModel &model, int role) : m_model(model), m_role(role)
    {
        m_rows = truth();
        connect(&model, &QAbstractItemModel::modelReset, this, [this] { ++m_resets; });
        connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row)
                m_rows.insert(row, textAt(row));
        });
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { m_rows.remove(first, last - first + 1); });
        connect(&model, &QAbstractItemModel::rowsMoved, this,
                [this](const QModelIndex &, int first, int, const QModelIndex &, int to) { m_rows.move(first, to); });
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last) {
                    for (int row = first.row(); row <= last.row(); ++row)
                        m_rows[row] = textAt(row);
                });
    }

    [[nodiscard]] QStringList rows() const { return m_rows; }
    [[nodiscard]] QStringList truth() const
    {
        QStringList all;
        for (int row = 0; row < m_model.rowCount(); ++row)
            all.append(textAt(row));
        return all;
    }
    [[nodiscard]] int resets() const { return m_resets; }

private:
    [[nodiscard]] QString textAt(int row) const { return m_model.index(row, 0).data(m_role).toString(); }

    QAbstractItemModel &m_model;
    int m_role;
    QStringList m_rows;
    int m_resets = 0;
};

} // namespace reeve::test
