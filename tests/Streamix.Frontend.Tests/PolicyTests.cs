using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Streamix.Frontend.Pages;

namespace Streamix.Frontend.Tests;

public sealed class PolicyTests
{
    private static readonly (string, string)[] Origins =
    [
        ("Pages:Origins:Media:0", "http://localhost:41181"), ("Pages:Origins:Media:1", "https://edge.example"), ("Pages:Origins:Uploads:0", "http://localhost:41566"),
    ];

    [Fact]
    public async Task Page_OriginsThatAreConfigured_AreAllowedWhereTheyAreNeeded()
    {
        var policy = await PolicyOfAsync("/", Origins);

        policy["img-src"].ShouldBe("'self' blob: data: http://localhost:41181 https://edge.example");
        policy["media-src"].ShouldBe("'self' blob: http://localhost:41181 https://edge.example");
        policy["connect-src"].ShouldBe("'self' http://localhost:41181 https://edge.example http://localhost:41566");
    }

    [Fact]
    public async Task Page_WithoutOrigins_ReachesItsOwnSiteOnly()
    {
        var policy = await PolicyOfAsync("/");

        policy["default-src"].ShouldBe("'none'");
        policy["connect-src"].ShouldBe("'self'");
        policy["worker-src"].ShouldBe("'self' blob:");
        policy["manifest-src"].ShouldBe("'self'");
        policy["frame-ancestors"].ShouldBe("'none'");
        policy["base-uri"].ShouldBe("'none'");
        policy["form-action"].ShouldBe("'self'");
    }

    [Fact]
    public async Task Page_WhateverIsConfigured_AllowsNothingInline()
    {
        var policy = await PolicyOfAsync("/", Origins);

        policy.Values.ShouldAllBe(sources => !sources.Contains("unsafe", StringComparison.Ordinal));
        policy["style-src"].ShouldStartWith("'self' 'nonce-");
        policy["script-src"].ShouldNotContain("'self'");
    }

    [Fact]
    public async Task Worker_OfTheSite_HasAPolicyOfItsOwn()
    {
        var policy = await PolicyOfAsync("/sw.js", Origins);

        policy["default-src"].ShouldBe("'none'");
        policy["script-src"].ShouldBe("'self'");
        policy["connect-src"].ShouldBe("'self' http://localhost:41181 https://edge.example http://localhost:41566");
    }

    [Fact]
    public async Task Asset_OpenedByItself_LoadsNothing() =>
        (await PolicyOfAsync("/icon.svg", Origins)).ShouldNotContainKey("script-src");

    [Theory]
    [InlineData("https://edge.example/path")]
    [InlineData("https://edge.example; script-src *")]
    [InlineData("https://one.example https://two.example")]
    [InlineData("edge.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("*")]
    public async Task Start_WithWhatIsNoOrigin_IsRefused(string origin)
    {
        var build = new BuiltApp();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("Pages:Root", build.Root), new("Pages:Origins:Media:0", origin)]);
        builder.AddPages();
        await using var app = builder.Build();

        Should.Throw<OptionsValidationException>(app.Services.GetRequiredService<IStartupValidator>().Validate).Message.ShouldContain("Pages:Origins");
    }

    private static async Task<Dictionary<string, string>> PolicyOfAsync(string path, params (string, string)[] settings)
    {
        await using var host = new PagesHost(new(), settings);
        using var answer = await host.Client.GetAsync(path);
        return answer.Header("Content-Security-Policy").Split("; ").Select(directive => directive.Split(' ', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
    }
}
