// SPDX-License-Identifier: MIT
#include "ui/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Draws one SVG in one colour; the drawing is kept in the pixmap cache under name, colour and size.
QPixmap drawn(const QString &name, const QColor &colour, const QSize &size)
{
    const QString key =
        u"reeve-icon/%1/%2/%3x%4"_s.arg(name, colour.name(QColor::HexArgb)).arg(size.width()).arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    QFile file(u":/icons/"_s + name + u".svg"_s);
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    if (file.open(QIODevice::ReadOnly)) {
        QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&pixmap);
        painter.setOpacity(colour.alphaF());
        renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QColor colourOf(Role role, QIcon::Mode mode)
{
    const Theme theme = Theme::applied();
    return mode == QIcon::Disabled ? theme.fieldBorder : theme.tone(role).ink;
}

class SvgIconEngine final : public QIconEngine
{
public:
    SvgIconEngine(QString name, Role role) : m_name(std::move(name)), m_role(role) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const QSize size = (QSizeF(rect.size()) * ratio).toSize();
        painter->drawPixmap(rect, drawn(m_name, colourOf(m_role, mode), size));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return drawn(m_name, colourOf(m_role, mode), size);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return drawn(m_name, colourOf(m_role, mode), size);
    }

    [[nodiscard]] QIconEngine *clone() const override { return new SvgIconEngine(m_name, m_role); }

private:
    QString m_name;
    Role m_role;
};

} // namespace

QIcon icon(QStringView name, Role role)
{
    return QIcon(new SvgIconEngine(name.toString(), role));
}

QPixmap iconPixmap(QStringView name, Role role, int size, qreal devicePixelRatio)
{
    const int side = qRound(size * devicePixelRatio);
    QPixmap pixmap = drawn(name.toString(), colourOf(role, QIcon::Normal), {side, side});
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace reeve::ui
