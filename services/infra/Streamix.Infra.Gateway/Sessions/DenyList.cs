using System.Collections.Concurrent;
using System.Globalization;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>The deny list in memory; entries leave when no token they speak of can be alive.</summary>
internal sealed class DenyList(TimeProvider time) : IRevocations
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (long UpTo, DateTimeOffset Until)> _users = new(StringComparer.Ordinal);

    /// <summary>Told of every new entry, for connections that are open already.</summary>
    public event Action? Changed;

    public int Count => _tokens.Count + _sessions.Count + _users.Count;

    public bool IsRevoked(EdgeSession session) =>
        Has(_tokens, session.Token.TokenId)
        || Has(_sessions, session.Token.SessionId)
        || (!_users.IsEmpty && _users.TryGetValue(session.Subject, out var user) && (session.Token.AuthenticatedAt ?? default).ToUnixTimeSeconds() <= user.UpTo);

    public void Add(IEnumerable<Revocation> revocations)
    {
        var now = time.GetUtcNow();
        var added = false;
        foreach (var revocation in revocations)
        {
            added |= revocation.Until > now && Add(revocation);
        }

        if (added)
        {
            Changed?.Invoke();
        }
    }

    public void Sweep()
    {
        var now = time.GetUtcNow();
        Sweep(_tokens, now, until => until);
        Sweep(_sessions, now, until => until);
        Sweep(_users, now, user => user.Until);
    }

    private static bool Has(ConcurrentDictionary<string, DateTimeOffset> entries, string? id) => !entries.IsEmpty && id is not null && entries.ContainsKey(id);

    private bool Add(Revocation revocation)
    {
        var id = revocation.Member.Length > 4 ? revocation.Member[4..] : "";
        return revocation.Member switch
        {
            ['j', 't', 'i', ':', ..] => _tokens.TryAdd(id, revocation.Until),
            ['s', 'i', 'd', ':', ..] => _sessions.TryAdd(id, revocation.Until),
            ['s', 'u', 'b', ':', ..] => AddUser(id, revocation.Until),
            _ => false,
        };
    }

    private bool AddUser(string id, DateTimeOffset until)
    {
        var at = id.LastIndexOf('@');
        if (at <= 0 || !long.TryParse(id.AsSpan(at + 1), CultureInfo.InvariantCulture, out var upTo))
        {
            return false;
        }

        var subject = id[..at];
        if (_users.TryGetValue(subject, out var known) && known.UpTo >= upTo)
        {
            return false;
        }

        _users[subject] = (upTo, until);
        return true;
    }

    private static void Sweep<T>(ConcurrentDictionary<string, T> entries, DateTimeOffset now, Func<T, DateTimeOffset> until)
    {
        foreach (var entry in entries)
        {
            if (until(entry.Value) <= now)
            {
                entries.TryRemove(entry);
            }
        }
    }
}
