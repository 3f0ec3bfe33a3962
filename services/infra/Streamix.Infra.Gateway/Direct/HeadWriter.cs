using System.Text;
using Microsoft.Extensions.Primitives;

namespace Streamix.Infra.Gateway.Direct;

/// <summary>Writes a request's head into a connection's buffer. Anything but printable ASCII is refused, so nothing can end a line early.</summary>
internal ref struct HeadWriter(ServiceConnection connection)
{
    private int _length;

    public readonly int Length => _length;

    public void Raw(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
    }

    /// <returns>False when the text has other characters; the head is then worthless.</returns>
    public bool Text(scoped ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyExceptInRange(' ', '~') || Encoding.ASCII.GetBytes(text, Room(text.Length)) != text.Length)
        {
            return false;
        }

        _length += text.Length;
        return true;
    }

    public bool Header(scoped ReadOnlySpan<char> name, StringValues values)
    {
        foreach (var value in values)
        {
            if (!Header(name, value))
            {
                return false;
            }
        }

        return true;
    }

    public bool Header(scoped ReadOnlySpan<char> name, string? value)
    {
        if (!Text(name))
        {
            return false;
        }

        Raw(": "u8);
        if (!Text(value))
        {
            return false;
        }

        Raw("\r\n"u8);
        return true;
    }

    private readonly Span<byte> Room(int count)
    {
        if (connection.Outgoing.Length - _length < count)
        {
            var larger = new byte[Math.Max(connection.Outgoing.Length * 2, _length + count)];
            connection.Outgoing.AsSpan(0, _length).CopyTo(larger);
            connection.Outgoing = larger;
        }

        return connection.Outgoing.AsSpan(_length);
    }
}
