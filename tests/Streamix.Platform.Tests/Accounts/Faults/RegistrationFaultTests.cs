using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Shouldly;
using Streamix.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Streamix.Platform.Tests.Accounts.Faults;

[Collection(nameof(MortalGraph))]
public sealed class RegistrationFaultTests(MortalGraph graph, ITestOutputHelper output)
{
    private static readonly string[] Victims = ["users-account", "users-profile", "auth-identity", "auth-session", "comms-email", "postgres", "cache", "sessions", "bus"];
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("STREAMIX_LONG") == "1";
    private static readonly int Registrations = IsLong ? 200 : 12;
    private static readonly int Rounds = IsLong ? 5 : 1;

    /// <summary>Set FAULT_SEED to see a run again, as far as the machine's own timing allows.</summary>
    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("FAULT_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();

    [Fact]
    public async Task Registrations_WhileEverythingIsKilledInTurnAndAtRandom_AreEachCompleteOnce()
    {
        output.WriteLine($"seed {_seed}");
        var mark = $"mortal-{Guid.NewGuid():n}"[..14];
        using var mailbox = new Mailbox(graph.Application.CreateHttpClient("mail", "web"));
        var http = new PatientClient(graph.CreateClient());
        Newcomer[] newcomers = [.. Enumerable.Range(0, Registrations).Select(i => new Newcomer(http, mailbox, mark, i))];
        var reaper = new Reaper(graph, new Random(_seed), Victims);
        try
        {
            await JoinWhileKillingAsync(newcomers, reaper, new Random(_seed));
        }
        finally
        {
            output.WriteLine($"killed {reaper.Killed.Count}: {string.Join(", ", reaper.Killed)}; {http.Repeats} requests repeated, {http.Postponed} of them told to wait");
        }
        await EachIsCompleteOnceAsync(newcomers, mark, mailbox);
    }

    [Theory]
    [InlineData("users-profile")]
    [InlineData("infra-gateway")]
    public async Task Service_Killed_ExitsAndRunsAgain(string service)
    {
        await Until.TrueAsync(() => graph.ProcessOf(service) is not null, $"{service} runs");
        var (first, told) = (graph.ProcessOf(service), graph.StatesOf(service).Count);

        (await graph.TryKillAsync(service)).ShouldBeTrue();

        await Until.TrueAsync(() => graph.ProcessOf(service) is { } now && now != first, $"{service} runs again", TimeSpan.FromSeconds(90));
        var states = graph.StatesOf(service).Skip(told).Distinct().ToList();
        states.ShouldContain(state => state == KnownResourceStates.Finished || state == KnownResourceStates.Exited);
        states.ShouldContain(KnownResourceStates.Running);
        await graph.Application.ResourceNotifications.WaitForResourceHealthyAsync(service).WaitAsync(TimeSpan.FromMinutes(2));
    }

    /// <summary>A fresh auth-identity has no key to seal the mail for, and nobody to ask for it, for longer than this graph tries a failing handler.</summary>
    [Fact]
    public async Task Registration_WhileMailIsStoppedForLong_IsCompleteOnceItIsBack()
    {
        using var mailbox = new Mailbox(graph.Application.CreateHttpClient("mail", "web"));
        var newcomer = new Newcomer(new PatientClient(graph.CreateClient()), mailbox, $"patient-{Guid.NewGuid():n}"[..14], 0);
        await graph.CommandAsync("comms-email", KnownResourceCommands.StopCommand);
        await Until.TrueAsync(() => graph.TryKillAsync("auth-identity"), "auth-identity is well, to be killed", TimeSpan.FromMinutes(2));

        var joining = newcomer.JoinAsync();
        await Task.Delay(TimeSpan.FromSeconds(60));
        joining.IsCompleted.ShouldBeFalse();
        graph.ProcessOf("comms-email").ShouldBeNull("whom a person stopped stays down");
        await graph.CommandAsync("comms-email", KnownResourceCommands.StartCommand);

        await joining;
        (await new Books(graph).DeadLettersAsync()).ShouldBeEmpty();
    }

    /// <summary>The registrations are spread over the kills.</summary>
    private static async Task JoinWhileKillingAsync(Newcomer[] newcomers, Reaper reaper, Random random)
    {
        var (kills, joining) = (reaper.Kills(Rounds), new List<Task>());
        for (var kill = 0; kill < kills; kill++)
        {
            joining.AddRange(newcomers[(kill * newcomers.Length / kills)..((kill + 1) * newcomers.Length / kills)].Select(newcomer => newcomer.JoinAsync()));
            await Task.Delay(random.Next(1500));
            await reaper.KillAsync();
            await Task.Delay(random.Next(1500));
        }
        await Task.WhenAll(joining);
    }

    private async Task EachIsCompleteOnceAsync(Newcomer[] newcomers, string mark, Mailbox mailbox)
    {
        var (books, ids) = (new Books(graph), newcomers.Select(newcomer => newcomer.AccountId).Order().ToList());
        await Until.TrueAsync(async () => (await books.AccountsAsync(mark)).All(account => account.Text.EndsWith(" active", StringComparison.Ordinal)), "every account is active", TimeSpan.FromMinutes(2));
        await Until.TrueAsync(async () => (await books.ProfilesAsync()).Count(Mine) >= ids.Count, "every account has its profile", TimeSpan.FromMinutes(2));
        await Until.TrueAsync(async () => (await books.MailsAsync()).Where(Mine).All(mail => mail.Text == "passcode Sent"), "every mail is sent", TimeSpan.FromMinutes(2));
        await Until.TrueAsync(async () => (await books.UnsentAsync(Heard)).Count == 0, "every outbox is empty", TimeSpan.FromMinutes(2));
        await Until.TrueAsync(async () => await new Traces(graph).QueuedAsync() == 0, "every queue is empty", TimeSpan.FromMinutes(2));

        (await books.AccountsAsync(mark)).Select(account => account.Id).Order().ShouldBe(ids);
        (await books.CredentialsAsync()).Where(Mine).ShouldBe(ids.Select(id => (id, "proven")), ignoreOrder: true);
        (await books.ProfilesAsync()).Where(Mine).ShouldBe(newcomers.Select(newcomer => (newcomer.AccountId, newcomer.Name)), ignoreOrder: true);
        (await books.MailsAsync()).Where(Mine).Select(mail => mail.Id).Order().ShouldBe(ids);
        (await books.DeadLettersAsync()).ShouldBeEmpty();

        var letters = await mailbox.ReadAsync();
        newcomers.Where(newcomer => letters[newcomer.Email].Select(letter => letter.MessageId).Distinct(StringComparer.Ordinal).Count() != 1).ShouldBeEmpty();
        output.WriteLine($"{ids.Count} registrations complete once; {newcomers.Sum(newcomer => letters[newcomer.Email].Count())} copies of {ids.Count} mails");

        bool Mine((Guid Id, string) row) => ids.BinarySearch(row.Id) >= 0;
    }

    /// <summary>Events that somebody handles; others wait for their first listener.</summary>
    private static readonly HashSet<string> Heard =
    [
        "users.account.registered", "users.account.status-changed", "users.account.roles-changed", "users.account.locale-changed", "users.account.registration-repeated",
        "auth.email.proven", "auth.password.changed", "comms.mail.requested",
    ];
}
