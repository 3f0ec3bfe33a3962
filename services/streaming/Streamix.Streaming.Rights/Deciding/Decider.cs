using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.Rights.Slots;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Streaming.Rights.Deciding;

/// <summary>
/// May they watch it, and how well? A function of the facts. Every check that can be made is made, for those who want to know why; the first that fails
/// gives the refusal its code. Slots come last, because to ask for one is to take it.
/// </summary>
internal static class Decider
{
    public static Verdict Decide(Facts facts)
    {
        List<Finding> findings = new(11) { Account(facts), Profile(facts), Pin(facts), Title(facts) };
        DateTimeOffset? goodUntil = null;
        if (facts.Title is { } title)
        {
            if (facts.Profile is { } profile)
                findings.Add(Ratings.Check(title.Ratings, profile, facts.Country));
            goodUntil = Releases.Check(title.Windows, facts, findings);
        }

        var lines = facts.Plan is { } plan ? Qualities.Check(plan, facts.Device, facts.Outputs, findings) : 0;
        foreach (var finding in findings)
            if (finding.Code is { } code)
                return new(code, finding.Sentence ?? Sentences.Of(code), 0, [], facts.Country, facts.Plan, null, findings);
        return new(null, null, lines, Tiers.KeysFor(lines), facts.Country, facts.Plan, goodUntil, findings);
    }

    /// <summary>The verdict with what came of the slot.</summary>
    public static Verdict Settle(Verdict verdict, SlotAnswer slot)
    {
        var (limit, held) = (verdict.Plan?.Streams ?? 0, verdict.Plan is { } plan ? $"one of {plan.Streams}" : "the one it had");
        return verdict.With(slot.Outcome switch
        {
            SlotOutcome.Held => new(CheckNames.Streams, slot.Local ? $"{held}, counted by this replica alone" : held),
            SlotOutcome.Stopped => new(CheckNames.Streams, "stopped in favour of another, or ended", RefusalCodes.StoppedElsewhere),
            _ => new(CheckNames.Streams, $"{slot.Streams.Count} of {limit} play", RefusalCodes.TooManyStreams),
        });
    }

    /// <summary>Session opens nothing for an account that may not sign in, so one whose news has not come yet is taken for active.</summary>
    private static Finding Account(Facts facts) => facts.AccountStatus switch
    {
        null => new(CheckNames.Account, "not heard of yet; its session is good"),
        AccountStatuses.Active => new(CheckNames.Account, "active"),
        var status => new(CheckNames.Account, status, RefusalCodes.AccountInactive),
    };

    private static Finding Profile(Facts facts) => facts.Profile switch
    {
        null => new(CheckNames.Profile, "none is picked, or it is gone", RefusalCodes.NoProfile),
        { Known: true } => new(CheckNames.Profile, "picked"),
        _ => new(CheckNames.Profile, "not heard of yet; taken for a child's"),
    };

    private static Finding Pin(Facts facts) => facts.Entered
        ? new(CheckNames.Pin, "the profile was entered in this session")
        : new(CheckNames.Pin, "the profile was not entered in this session", RefusalCodes.PinNeeded);

    private static Finding Title(Facts facts) => facts.Title is null
        ? new(CheckNames.Title, "not published, or does not play", RefusalCodes.NoSuchTitle)
        : new(CheckNames.Title, "published");
}
