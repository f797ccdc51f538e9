// SPDX-License-Identifier: MIT
#pragma once

#include "ui/person/person_hit_model.h"

#include <QFrame>

class QLabel;
class QListView;

namespace reeve::ui {

// Who the person being taken down may be already: F3 goes to them, Enter opens that one instead.
class LikelyMatches final : public QFrame
{
    Q_OBJECT

public:
    explicit LikelyMatches(PersonHitModel &model, QWidget *parent = nullptr);

    void refresh(); // after the model changed: as high as its rows, hidden without any
    void step();    // F3
    void retranslate();

signals:
    void adopted(const reeve::domain::PersonId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void adopt(const QModelIndex &index);

    PersonHitModel &m_model;
    QLabel *m_title;
    QListView *m_list;
};

} // namespace reeve::ui
