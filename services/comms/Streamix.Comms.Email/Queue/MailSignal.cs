using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Email.Data;

namespace Streamix.Comms.Email.Queue;

/// <summary>Wakes everybody who waits for mails to send.</summary>
internal sealed class MailSignal
{
    public const string Channel = "mails";
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Take it before looking, so that nothing is missed in between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Set() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <summary>Tells all replicas, when the present transaction commits.</summary>
    public static Task SendAsync(EmailDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, '')", cancellationToken);
}
