namespace Streamix.Comms.Email;

/// <summary>Section <c>Email</c>.</summary>
internal sealed class EmailOptions
{
    /// <summary>Who writes, as <c>Streamix &lt;no-reply@streamix.example&gt;</c>. Its domain signs (DKIM) and ends the message ids.</summary>
    public string From { get; set; } = "Streamix <no-reply@streamix.example>";

    /// <summary>Where answers go, if anywhere.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>The address of the web app, for links.</summary>
    public string WebApp { get; set; } = "http://localhost:8080";

    /// <summary>The public address of the API, for one-click unsubscribing.</summary>
    public string PublicApi { get; set; } = "http://localhost:8080/api/v1";

    /// <summary>The sender's postal address, which marketing mails must show in many countries.</summary>
    public string? PostalAddress { get; set; }

    /// <summary>At least 32 characters that nobody can guess: contents at rest, hashes of addresses and unsubscribe links rest on it.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Earlier secrets: what they locked, hashed or signed stays good.</summary>
    public IList<string> PreviousSecrets { get; } = [];

    public SendingOptions Sending { get; set; } = new();

    public SmtpOptions Smtp { get; set; } = new();

    public RetentionOptions Retention { get; set; } = new();

    public FeedbackOptions Feedback { get; set; } = new();
}

/// <summary>How fast and how stubbornly mails go out.</summary>
internal sealed class SendingOptions
{
    /// <summary>Connections to the server, each with one mail at a time.</summary>
    public int Parallel { get; set; } = 2;

    /// <summary>Mails per second of this replica.</summary>
    public double RatePerSecond { get; set; } = 14;

    /// <summary>Tries in all; a server out of reach does not count.</summary>
    public int Attempts { get; set; } = 12;

    /// <summary>The wait after the first refusal, doubled each time, with jitter of half to one and a half times.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(15);

    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The first wait of a connection that cannot be made; doubled up to half a minute.</summary>
    public TimeSpan Reconnect { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A mail without an expiry of its own is given up after this time.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromDays(2);

    /// <summary>One try, from connecting to the server's answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>How long a mail belongs to the replica that took it; longer than <see cref="Timeout"/>.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often the queue is looked at without having been woken.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long mails on their way may take at shutdown.</summary>
    public TimeSpan Drain { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>The server besides its address, which is the connection string <c>mail</c>.</summary>
internal sealed class SmtpOptions
{
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>What we call ourselves in EHLO; the machine's name unless told.</summary>
    public string? LocalDomain { get; set; }

    /// <summary>SHA-256 of the server's certificate, where no public authority has signed it.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>A connection is reused within this time.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Mails over one connection.</summary>
    public int MailsPerConnection { get; set; } = 200;
}

/// <summary>How long what is kept.</summary>
internal sealed class RetentionOptions
{
    /// <summary>The send log; also how long the same mail is recognised.</summary>
    public TimeSpan Log { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Contents of dead letters.</summary>
    public TimeSpan DeadLetters { get; set; } = TimeSpan.FromDays(7);

    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromHours(1);
}

/// <summary>Who may tell us of bounces and complaints.</summary>
internal sealed class FeedbackOptions
{
    /// <summary>The shared secret of the signed form; without one it is closed.</summary>
    public string? Secret { get; set; }

    /// <summary>The ARNs of the SNS topics we listen to; without one that door is closed.</summary>
    public IList<string> Topics { get; } = [];
}
