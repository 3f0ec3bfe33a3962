using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Streamix.Infra.Gateway.Sessions;

namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>Who may pass: anybody, any session, or a session with one of some roles.</summary>
public sealed class Access
{
    private readonly bool _session;
    private readonly FrozenSet<string> _roles;

    private Access(string text, IEnumerable<string> roles)
    {
        Text = text;
        IsAnonymous = text == "anonymous";
        _session = text == "session";
        _roles = roles.ToFrozenSet(StringComparer.Ordinal);
    }

    public string Text { get; }

    public bool IsAnonymous { get; }

    public bool Admits(EdgeSession? session) => IsAnonymous || (session is not null && (_session || session.Token.Roles.Overlaps(_roles)));

    public static Access Parse(string text) =>
        TryParse(text, out var access) ? access : throw new FormatException($"'{text}' is not an access rule.");

    public static bool TryParse(string text, [NotNullWhen(true)] out Access? access)
    {
        var roles = text.StartsWith("role:", StringComparison.Ordinal) ? text[5..].Split(',', StringSplitOptions.TrimEntries) : [];
        var known = text is "anonymous" or "session" || (roles.Length > 0 && Array.TrueForAll(roles, r => r.Length > 0));
        access = known ? new Access(text, roles) : null;
        return known;
    }

    public override string ToString() => Text;
}
