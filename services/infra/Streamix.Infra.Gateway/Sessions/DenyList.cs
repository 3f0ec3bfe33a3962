using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>The deny list in memory; entries leave when no token they speak of can be alive.</summary>
internal sealed class DenyList(IOptions<SessionsOptions> options, TimeProvider time) : IRevocations
{
    private readonly ConcurrentDictionary<string, Denial> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Denial> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Denial> _users = new(StringComparer.Ordinal);
    private long _knowsUpTo = DateTimeOffset.MinValue.UtcTicks;

    /// <summary>Told of every new entry, for connections that are open already.</summary>
    public event Action? Changed;

    public int Count => _tokens.Count + _sessions.Count + _users.Count;

    /// <summary>It was in step with Redis not long ago, so that what it does not know has not happened.</summary>
    public bool IsFresh => time.GetUtcNow().UtcTicks - Volatile.Read(ref _knowsUpTo) < options.Value.Fresh.Ticks;

    public string? Against(EdgeSession session) =>
        Find(_tokens, session.Token.TokenId, 0)
        ?? Find(_sessions, session.Token.SessionId, session.IssuedAt)
        ?? Find(_users, session.Subject, session.SignedInAt);

    public void Add(IEnumerable<Revocation> revocations)
    {
        var now = time.GetUtcNow();
        var added = false;
        foreach (var revocation in revocations)
        {
            added |= revocation.Until > now && Denial.Read(revocation) is { } denial && Add(denial);
        }

        if (added)
        {
            Changed?.Invoke();
        }
    }

    /// <summary>Whatever happened until then is here.</summary>
    public void KnowsUpTo(DateTimeOffset instant) => Volatile.Write(ref _knowsUpTo, instant.UtcTicks);

    public void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var entries in (ConcurrentDictionary<string, Denial>[])[_tokens, _sessions, _users])
        {
            foreach (var entry in entries)
            {
                if (entry.Value.Until <= now)
                {
                    entries.TryRemove(entry);
                }
            }
        }
    }

    private static string? Find(ConcurrentDictionary<string, Denial> entries, string? id, long at) =>
        !entries.IsEmpty && id is not null && entries.TryGetValue(id, out var denial) && at <= denial.UpTo ? denial.Reason : null;

    private bool Add(Denial denial)
    {
        var entries = denial.Kind switch { "jti" => _tokens, "sid" => _sessions, "sub" => _users, _ => null };
        return entries is not null && ReferenceEquals(entries.AddOrUpdate(denial.Id, denial, (_, known) => denial.Exceeds(known) ? denial : known), denial);
    }
}
