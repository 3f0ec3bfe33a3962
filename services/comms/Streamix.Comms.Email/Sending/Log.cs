using Streamix.Comms.Email.Queue;

namespace Streamix.Comms.Email.Sending;

/// <summary>Ids, templates and codes only: never an address, a subject or the server's words.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Mail {MailId} ({Template}) is {State} after {Attempts} tries")]
    public static partial void Ended(this ILogger logger, Guid mailId, string template, MailState state, int attempts);

    [LoggerMessage(LogLevel.Warning, "Mail {MailId} ({Template}) waits after try {Attempt} ({Code}); next in {Delay}")]
    public static partial void Postponed(this ILogger logger, Guid mailId, string template, int attempt, string? code, TimeSpan delay);

    [LoggerMessage(LogLevel.Error, "Mail {MailId} ({Template}) is given up ({Code}) after {Attempts} tries: dead letter")]
    public static partial void Buried(this ILogger logger, Guid mailId, string template, string code, int attempts);

    [LoggerMessage(LogLevel.Warning, "Mail {MailId} ({Template}) took longer than its lease; it may go out again with the same Message-ID")]
    public static partial void LeaseLost(this ILogger logger, Guid mailId, string template);

    [LoggerMessage(LogLevel.Warning, "The mail queue cannot be worked on ({Error}); next try in {Delay}")]
    public static partial void QueueAway(this ILogger logger, string error, TimeSpan delay);

    [LoggerMessage(LogLevel.Information, "Mails go to {Endpoint} over {Lanes} connections, at most {Rate} per second")]
    public static partial void Sending(this ILogger logger, string endpoint, int lanes, double rate);
}
