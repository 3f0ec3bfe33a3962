using Microsoft.EntityFrameworkCore;
using Shouldly;
using Streamix.Messaging.Kit.Data;

namespace Streamix.Messaging.Kit;

/// <summary>The judgement of a round: what was committed against what was applied.</summary>
public sealed record Verdict(int Committed, int Applied, IReadOnlyList<string> Faults)
{
    /// <summary>Nothing lost, nothing applied twice, every subject in its order.</summary>
    public static async Task<Verdict> OnAsync(string publisherDb, string consumerDb)
    {
        await using var publisher = KitDatabase.Open(publisherDb);
        await using var consumer = KitDatabase.Open(consumerDb);
        var committed = await publisher.Counters.AsNoTracking().ToDictionaryAsync(c => c.Subject, c => c.Last);
        var applied = await consumer.Applied.AsNoTracking().OrderBy(a => a.Position).ToListAsync();
        var bySubject = applied.ToLookup(a => a.Subject, a => a.Number);
        var faults = committed.Keys.Union(bySubject.Select(s => s.Key))
            .SelectMany(subject => Judge(subject, committed.GetValueOrDefault(subject), [.. bySubject[subject]]));
        return new(committed.Values.Sum(), applied.Count, [.. faults]);
    }

    public void ShouldBeClean()
    {
        Faults.ShouldBeEmpty();
        Committed.ShouldBeGreaterThan(0);
        Applied.ShouldBe(Committed);
    }

    private static IEnumerable<string> Judge(string subject, int committed, int[] applied)
    {
        var lost = Enumerable.Range(1, committed).Except(applied).ToList();
        if (lost.Count > 0)
            yield return $"{subject}: {lost.Count} lost, first {lost[0]}";
        var twice = applied.GroupBy(n => n).Where(g => g.Count() > 1).ToList();
        if (twice.Count > 0)
            yield return $"{subject}: {twice.Count} applied twice, first {twice[0].Key}";
        for (var i = 1; i < applied.Length; i++)
            if (applied[i] < applied[i - 1])
            {
                yield return $"{subject}: {applied[i]} after {applied[i - 1]}";
                break;
            }
    }
}
