namespace Streamix.Comms.Email.Sending;

/// <summary>The moments between which a process may die; a test can stop at each of them.</summary>
internal enum SendStep
{
    /// <summary>The mail is leased, nothing was sent.</summary>
    Leased,

    /// <summary>The server has said 250; the queue does not know. The only moment in which a death makes a second copy, with the same Message-ID.</summary>
    Accepted,

    /// <summary>The queue knows.</summary>
    Recorded,
}

/// <summary>Is told each step.</summary>
internal interface ISendProbe
{
    Task ReachedAsync(SendStep step, Guid mailId);
}

internal sealed class NoSendProbe : ISendProbe
{
    public Task ReachedAsync(SendStep step, Guid mailId) => Task.CompletedTask;
}
