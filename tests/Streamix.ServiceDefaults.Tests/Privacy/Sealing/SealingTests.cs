using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy.Sealing;

namespace Streamix.ServiceDefaults.Tests.Privacy.Sealing;

public sealed class SealingTests : IAsyncLifetime
{
    private const string Secret = "a secret that is long enough for a sealing key";
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private readonly List<WebApplication> _apps = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var app in _apps)
            await app.DisposeAsync();
    }

    [Fact]
    public async Task Seal_ForAService_ThatServiceOpensIt()
    {
        var (inbox, address) = await StartAsync("comms-email", Secret);
        var sender = Sender(("comms-email", address));

        var envelope = await SealAsync(sender, "comms-email", "the passcode is K7M2XQ");

        envelope.ShouldNotContain("passcode");
        Encoding.UTF8.GetString(inbox.Open(envelope)).ShouldBe("the passcode is K7M2XQ");
        (await SealAsync(sender, "comms-email", "the passcode is K7M2XQ")).ShouldNotBe(envelope);
    }

    [Fact]
    public async Task Open_ByAnotherServiceWithTheSameSecret_Refuses()
    {
        var (_, address) = await StartAsync("comms-email", Secret);
        var (other, _) = await StartAsync("auth-identity", Secret);
        var envelope = await SealAsync(Sender(("comms-email", address)), "comms-email", "x");

        Should.Throw<SealBrokenException>(() => other.Open(envelope));
    }

    [Fact]
    public async Task Open_AfterTheSecretChanged_OpensWhatIsStillOnItsWay()
    {
        var (_, address) = await StartAsync("comms-email", Secret);
        var envelope = await SealAsync(Sender(("comms-email", address)), "comms-email", "late");
        var (changed, _) = await StartAsync("comms-email", "another secret of at least thirty-two characters", Secret);

        Encoding.UTF8.GetString(changed.Open(envelope)).ShouldBe("late");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no envelope")]
    [InlineData("a.b.c.d.e")]
    [InlineData("eyJhbGciOiJub25lIn0....")]
    [InlineData("eyJhbGciOiJFQ0RILUVTIn0.e30.e30.e30.e30")]
    public async Task Open_WhatIsNoEnvelope_SaysSo(string text)
    {
        var (inbox, _) = await StartAsync("comms-email", Secret);

        Should.Throw<SealBrokenException>(() => inbox.Open(text));
    }

    [Fact]
    public async Task Open_EachByteFlipped_IsRefused()
    {
        var (inbox, address) = await StartAsync("comms-email", Secret);
        var envelope = await SealAsync(Sender(("comms-email", address)), "comms-email", "content");

        for (var at = envelope.IndexOf('.', StringComparison.Ordinal) + 2; at < envelope.Length - 1; at++)
        {
            if (envelope[at] == '.')
                continue;
            var damaged = envelope[..at] + Alphabet[Alphabet.IndexOf(envelope[at], StringComparison.Ordinal) ^ 32] + envelope[(at + 1)..];
            Should.Throw<SealBrokenException>(() => inbox.Open(damaged), damaged);
        }
    }

    [Fact]
    public async Task Seal_RecipientNeverReached_IsUnavailable()
    {
        var sender = Sender(("comms-email", "http://127.0.0.1:1/keys"));

        await Should.ThrowAsync<DependencyUnavailableException>(async () => await SealAsync(sender, "comms-email", "x"));
    }

    [Fact]
    public async Task Seal_RecipientGoneAfterwards_GoesOnWithItsKnownKey()
    {
        var (inbox, address) = await StartAsync("comms-email", Secret);
        var sender = Sender(("comms-email", address));
        await SealAsync(sender, "comms-email", "first");
        await _apps[0].StopAsync();

        inbox.Open(await SealAsync(sender, "comms-email", "second")).ShouldBe("second"u8.ToArray());
    }

    [Fact]
    public async Task Seal_ManyAtOnceForTheFirstTime_ReadTheKeyOnce()
    {
        await using var office = await KeyOffice.OpenAsync();
        var sender = Sender(("comms-email", office.Address));
        var sealing = Enumerable.Range(0, 20).Select(_ => Task.Run(() => SealAsync(sender, "comms-email", "x"))).ToList();
        await office.AskedAsync(1);
        office.Answer();

        await Task.WhenAll(sealing);
        office.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Seal_WhileTheKeyIsRenewed_GoesOnWithTheKnownOne()
    {
        await using var office = await KeyOffice.OpenAsync();
        var sender = Sender("--Sealing:KeysLifetime", "00:00:00", "--Sealing:Recipients:comms-email", office.Address);
        office.Answer();
        await SealAsync(sender, "comms-email", "first");

        office.Hold();
        for (var i = 0; i < 5; i++)
            await SealAsync(sender, "comms-email", "more").WaitAsync(TimeSpan.FromSeconds(10));
        await office.AskedAsync(2);
        office.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task Seal_KeyThatDoesNotCome_IsUnavailableAfterAWhile()
    {
        await using var office = await KeyOffice.OpenAsync();
        var sender = Sender("--Sealing:KeysPatience", "00:00:00.2", "--Sealing:Recipients:comms-email", office.Address);

        await Should.ThrowAsync<DependencyUnavailableException>(SealAsync(sender, "comms-email", "x").WaitAsync(TimeSpan.FromSeconds(10)));
    }

    private static async Task<string> SealAsync(ISealer sealer, string recipient, string text) =>
        await sealer.SealAsync(recipient, Encoding.UTF8.GetBytes(text), CancellationToken.None);

    private async Task<(ISealer Sealer, string Keys)> StartAsync(string service, string secret, params string[] previous)
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", "--Sealing:Secret", secret, "--OTEL_SERVICE_NAME", service, .. previous.SelectMany((p, i) => new[] { $"--Sealing:PreviousSecrets:{i}", p })]);
        builder.AddServiceDefaults();
        builder.AddSealedInbox();
        var app = builder.Build();
        app.UseServiceDefaults();
        await app.StartAsync();
        _apps.Add(app);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return (app.Services.GetRequiredService<ISealer>(), $"{address}/.well-known/sealing-keys.json");
    }

    private ISealer Sender(params (string Recipient, string Keys)[] recipients) =>
        Sender(["--Sealing:KeysPatience", "00:00:20", .. recipients.SelectMany(r => new[] { $"--Sealing:Recipients:{r.Recipient}", r.Keys })]);

    private ISealer Sender(params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.AddServiceDefaults();
        builder.Services.AddSealing();
        var app = builder.Build();
        _apps.Add(app);
        return app.Services.GetRequiredService<ISealer>();
    }
}
