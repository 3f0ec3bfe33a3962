using System.Diagnostics;
using Streamix.Messaging.Kit.Data;
using Streamix.Messaging.Kit.Processes;
using Streamix.Messaging.Kit.Roles;

namespace Streamix.Messaging.Kit.Rounds;

/// <summary>
/// Two publishers, two relays, two consumers as processes, killed at random together with the servers they need, while a fixed number
/// of events goes through. What is left at the end is for <see cref="Verdict"/>.
/// </summary>
public sealed class FaultRound(KitSettings settings, IReadOnlyList<Calamity> calamities, RoundPlan plan, Random random)
{
    private const int Replicas = 2;
    private const double CalmFrom = 0.95;

    public async Task<RoundReport> RunAsync()
    {
        await using var publishers = new RoleGroup(Role.Publish, settings, Replicas, random);
        await using var relays = new RoleGroup(Role.Relay, settings, Replicas, random);
        await using var consumers = new RoleGroup(Role.Consume, settings, Replicas, random);
        Calamity[] all = [publishers.Kill, relays.Kill, consumers.Kill, .. calamities];
        var order = all.ToArray();
        random.Shuffle(order);
        var deck = new Queue<Calamity>(order); // each at least once
        var strikes = new Dictionary<string, int>();
        var clock = Stopwatch.StartNew();
        while (!await IsDoneAsync(publishers))
        {
            if (clock.Elapsed > plan.Limit)
                throw new TimeoutException($"The round did not end within {plan.Limit}:\n{relays.Log}\n{consumers.Log}");
            await Task.Delay(plan.Between * (0.5 + random.NextDouble()));
            if (strikes.Values.Sum() >= plan.Strikes || (publishers.AllEnded && await AppliedAsync() >= settings.Target * CalmFrom))
                continue;
            var calamity = deck.TryDequeue(out var first) ? first : Choose(all);
            await calamity.StrikeAsync();
            strikes[calamity.Name] = strikes.GetValueOrDefault(calamity.Name) + 1;
        }

        return new(await Verdict.OnAsync(settings.PublisherDb, settings.ConsumerDb), strikes, clock.Elapsed);
    }

    private Calamity Choose(Calamity[] all)
    {
        var at = random.Next(all.Sum(c => c.Weight));
        return all.First(c => (at -= c.Weight) < 0);
    }

    private async Task<bool> IsDoneAsync(RoleGroup publishers) =>
        publishers.AllEnded && await AppliedAsync() >= await Retry(() => KitDatabase.StagedAsync(settings.PublisherDb));

    private Task<int> AppliedAsync() => Retry(() => KitDatabase.AppliedAsync(settings.ConsumerDb));

    /// <summary>The database may be down for a moment, by our own hand.</summary>
    private static async Task<int> Retry(Func<Task<int>> count)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await count();
            }
            catch (Exception) when (attempt < 60)
            {
                await Task.Delay(500);
            }
        }
    }
}
