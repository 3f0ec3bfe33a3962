using Streamix.Streaming.Contracts.Rights;

namespace Streamix.Streaming.Rights.Deciding;

/// <summary>Where, when and for which plan a title is open.</summary>
internal static class Releases
{
    /// <summary>Adds what territory, window and plan say; answers when the last of the open windows closes.</summary>
    public static DateTimeOffset? Check(IReadOnlyList<TitleWindow> windows, Facts facts, List<Finding> findings)
    {
        List<TitleWindow> here = [.. windows.Where(w => w.IsIn(facts.Country))];
        if (here.Count == 0)
        {
            findings.Add(facts.Country is null
                ? new(CheckNames.Territory, "nobody knows where the viewer is, and no window is open everywhere", RefusalCodes.CountryUnknown)
                : new(CheckNames.Territory, $"no window in {facts.Country}", RefusalCodes.NotInCountry));
            return null;
        }

        findings.Add(new(CheckNames.Territory, facts.Country ?? "nobody knows where; some windows are for everywhere"));
        List<TitleWindow> mine = [.. here.Where(w => w.IsFor(facts.Plan))];
        List<TitleWindow> open = [.. mine.Where(w => w.IsOpen(facts.Now))];
        findings.Add(Window(here, mine, open.Count > 0, facts.Now));
        findings.Add(Plan(mine, here, open.Count > 0, facts));
        return open.Exists(w => w.Until is null) ? null : open.Max(w => w.Until);
    }

    private static Finding Window(List<TitleWindow> here, List<TitleWindow> mine, bool isOpen, DateTimeOffset now)
    {
        if (isOpen)
            return new(CheckNames.Window, "open");
        if (here.Exists(w => w.IsOpen(now)))
            return new(CheckNames.Window, "open for other plans");
        if (mine.Where(w => w.From > now).Select(w => (DateTimeOffset?)w.From).Min() is { } opens)
            return new(CheckNames.Window, $"opens {opens:u}", RefusalCodes.NotYet, Sentences.From(opens));
        if (mine.Count == 0 && here.Exists(w => w.From > now))
            return new(CheckNames.Window, "opens for other plans");
        var closed = (mine.Count == 0 ? here : mine).Max(w => w.Until)!.Value;
        return new(CheckNames.Window, $"closed {closed:u}", RefusalCodes.NoLonger, Sentences.Until(closed));
    }

    private static Finding Plan(List<TitleWindow> mine, List<TitleWindow> here, bool isOpen, Facts facts)
    {
        if (facts.Plan is not { } plan)
            return new(CheckNames.Plan, "the account has no plan, and there is no default", RefusalCodes.NotInPlan);
        var forOthersOnly = !isOpen && (mine.Count == 0 || here.Exists(w => w.IsOpen(facts.Now)));
        return forOthersOnly ? new(CheckNames.Plan, $"not in {plan.Code}", RefusalCodes.NotInPlan) : new(CheckNames.Plan, plan.Code);
    }
}
