using Microsoft.Extensions.Options;

namespace Streamix.Streaming.Rights.Slots;

/// <summary>
/// What this replica knows by itself of the playbacks it has let in or renewed. It counts while Redis is away, so that each replica lets an account
/// start as many streams as its plan allows and not one more.
/// </summary>
internal sealed class LocalSlots(IOptions<RightsOptions> options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Dictionary<Guid, Entry>> _accounts = [];
    private DateTimeOffset _sweepAt = DateTimeOffset.MinValue;

    /// <summary>Accounts in memory.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _accounts.Count;
        }
    }

    /// <summary>Redis has said what holds.</summary>
    public void Note(SlotWish wish, SlotAnswer answer)
    {
        lock (_gate)
        {
            var playing = Playing(wish.AccountId);
            if (answer.Outcome == SlotOutcome.Held)
            {
                Put(playing, wish, now: time.GetUtcNow());
                foreach (var (id, entry) in playing)
                    if (id == wish.InsteadOf || IsLeftBehind(entry, wish, answer))
                        playing.Remove(id);
            }
            else
            {
                playing.Remove(wish.PlaybackId);
            }

            Tidy(wish.AccountId, playing);
        }
    }

    public SlotAnswer Admit(SlotWish wish)
    {
        lock (_gate)
        {
            var (playing, now) = (Playing(wish.AccountId), time.GetUtcNow());
            var others = Others(playing, wish.PlaybackId);
            if (playing.GetValueOrDefault(wish.PlaybackId) is not { IsOn: true })
            {
                var staying = others.Where(o => o.PlaybackId != wish.InsteadOf).ToList();
                if (staying.Count >= wish.Limit && staying.Find(o => IsOf(playing[o.PlaybackId], wish)) is { } behind)
                    staying.Remove(behind);
                if (staying.Count >= wish.Limit)
                    return Answer(SlotOutcome.Full, others);
                foreach (var stopped in others.Except(staying))
                    SwitchOff(playing, stopped.PlaybackId, now);
            }

            Put(playing, wish, now);
            return Answer(SlotOutcome.Held, Others(playing, wish.PlaybackId));
        }
    }

    /// <summary>Who renews was let in, here or elsewhere: nobody is cut while Redis is away, but for what was stopped here.</summary>
    public SlotAnswer Renew(SlotWish wish)
    {
        lock (_gate)
        {
            var playing = Playing(wish.AccountId);
            var others = Others(playing, wish.PlaybackId);
            if (playing.GetValueOrDefault(wish.PlaybackId) is { IsOn: false })
                return Answer(SlotOutcome.Stopped, others);
            Put(playing, wish, time.GetUtcNow());
            return Answer(SlotOutcome.Held, others);
        }
    }

    public void Release(Guid accountId, Guid playbackId)
    {
        lock (_gate)
            SwitchOff(Playing(accountId), playbackId, time.GetUtcNow());
    }

    public IReadOnlyList<PlayingStream> List(Guid accountId)
    {
        lock (_gate)
        {
            var playing = Playing(accountId);
            Tidy(accountId, playing);
            return Others(playing, Guid.Empty);
        }
    }

    public void Forget(Guid accountId)
    {
        lock (_gate)
            _accounts.Remove(accountId);
    }

    private Dictionary<Guid, Entry> Playing(Guid accountId)
    {
        var now = time.GetUtcNow();
        if (now >= _sweepAt)
            Sweep(now);
        if (!_accounts.TryGetValue(accountId, out var playing))
            _accounts[accountId] = playing = [];
        Prune(playing, now);
        return playing;
    }

    private void Tidy(Guid accountId, Dictionary<Guid, Entry> playing)
    {
        if (playing.Count == 0)
            _accounts.Remove(accountId);
    }

    private void Sweep(DateTimeOffset now)
    {
        _sweepAt = now + options.Value.Lease;
        foreach (var (accountId, playing) in _accounts)
        {
            Prune(playing, now);
            Tidy(accountId, playing);
        }
    }

    private static void Prune(Dictionary<Guid, Entry> playing, DateTimeOffset now)
    {
        foreach (var (id, entry) in playing)
            if (entry.Until <= now)
                playing.Remove(id);
    }

    private void Put(Dictionary<Guid, Entry> playing, SlotWish wish, DateTimeOffset now)
    {
        var since = playing.GetValueOrDefault(wish.PlaybackId) is { IsOn: true } known ? known.Stream.Since : now;
        playing[wish.PlaybackId] = new(true, now + options.Value.Lease, new(wish.PlaybackId, wish.TitleId, wish.DeviceName, since), wish.DeviceKey);
    }

    private void SwitchOff(Dictionary<Guid, Entry> playing, Guid playbackId, DateTimeOffset now) =>
        playing[playbackId] = new(false, now + 2 * options.Value.Lease, new(playbackId, Guid.Empty, "", now));

    private static bool IsOf(Entry entry, SlotWish wish) => entry.IsOn && wish.DeviceKey.Length > 0 && entry.DeviceKey == wish.DeviceKey;

    /// <summary>On the same device, and Redis does not know it any more.</summary>
    private static bool IsLeftBehind(Entry entry, SlotWish wish, SlotAnswer answer) =>
        IsOf(entry, wish) && entry.Stream.PlaybackId != wish.PlaybackId && answer.Streams.All(s => s.PlaybackId != entry.Stream.PlaybackId);

    private static List<PlayingStream> Others(Dictionary<Guid, Entry> playing, Guid playbackId) =>
        [.. playing.Values.Where(e => e.IsOn && e.Stream.PlaybackId != playbackId).Select(e => e.Stream).OrderBy(s => s.Since).ThenBy(s => s.PlaybackId)];

    private SlotAnswer Answer(SlotOutcome outcome, IReadOnlyList<PlayingStream> others) =>
        new(outcome, outcome == SlotOutcome.Held ? options.Value.Lease : TimeSpan.Zero, others, Local: true);

    private sealed record Entry(bool IsOn, DateTimeOffset Until, PlayingStream Stream, string DeviceKey = "");
}
