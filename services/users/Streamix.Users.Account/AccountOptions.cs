namespace Streamix.Users.Account;

/// <summary>Section <c>Account</c>.</summary>
internal sealed class AccountOptions
{
    /// <summary>Addresses whose accounts become administrators when they are proven.</summary>
    public IList<string> Administrators { get; } = [];

    /// <summary>The services that hold personal data, by resource name; this one belongs to them anyway.</summary>
    public IList<string> PersonalDataServices { get; } = [];

    /// <summary>The terms that must be accepted now; any version when unset.</summary>
    public string? TermsVersion { get; set; }

    /// <summary>
    /// Sign-ups of one address from one network within a day; more are answered alike and lead nowhere. Counted by network, since otherwise
    /// anybody could use up the day of somebody else's address.
    /// </summary>
    public int RegistrationsPerAddress { get; set; } = 5;

    /// <summary>The same from all networks, so that nobody's mailbox is flooded.</summary>
    public int RegistrationsEverywhere { get; set; } = 50;

    /// <summary>A pending account ends after this time.</summary>
    public TimeSpan PendingLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>What operators closed is erased after this time.</summary>
    public TimeSpan ClosedRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How often the janitor looks.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often sagas are looked for without having been woken.</summary>
    public TimeSpan SagaInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>After this time another process takes over a saga whose step never ended.</summary>
    public TimeSpan SagaLease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The first wait after a service did not answer; doubled up to <see cref="LongestRetry"/>.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A service has confirmed when it finds nothing this long after its first pass, since late events may still arrive.</summary>
    public TimeSpan ErasureSettles { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Operators are told when an erasure takes longer; it goes on.</summary>
    public TimeSpan ErasureDeadline { get; set; } = TimeSpan.FromDays(3);

    /// <summary>An export that is not complete by then has failed.</summary>
    public TimeSpan ExportDeadline { get; set; } = TimeSpan.FromDays(1);

    /// <summary>An archive is deleted after this time.</summary>
    public TimeSpan ExportLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a download address works.</summary>
    public TimeSpan DownloadLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The bucket of archives.</summary>
    public string Bucket { get; set; } = "streamix-users-account";
}
