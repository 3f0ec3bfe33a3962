namespace Grpc.Core;

/// <summary>Options of one call; each <c>With</c> returns a changed copy.</summary>
public struct CallOptions
{
    private bool _waitForReady;

    /// <summary>Options; everything may be left out.</summary>
    /// <param name="headers">Sent with the call.</param>
    /// <param name="deadline">UTC; none when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="writeOptions">Flags of messages.</param>
    /// <param name="propagationToken">Not used by managed clients.</param>
    /// <param name="credentials">Credentials of this call.</param>
    public CallOptions(Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default,
        WriteOptions? writeOptions = null, ContextPropagationToken? propagationToken = null, CallCredentials? credentials = null)
    {
        (Headers, Deadline, CancellationToken) = (headers, deadline, cancellationToken);
        (WriteOptions, PropagationToken, Credentials) = (writeOptions, propagationToken, credentials);
    }

    /// <summary>Sent with the call.</summary>
    public Metadata? Headers { get; private set; }

    /// <summary>UTC; none when null.</summary>
    public DateTime? Deadline { get; private set; }

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken { get; private set; }

    /// <summary>Flags of messages.</summary>
    public WriteOptions? WriteOptions { get; private set; }

    /// <summary>Not used by managed clients.</summary>
    public ContextPropagationToken? PropagationToken { get; private set; }

    /// <summary>Credentials of this call.</summary>
    public CallCredentials? Credentials { get; private set; }

    /// <summary>Whether the call waits for a connection rather than fail.</summary>
    public readonly bool IsWaitForReady => _waitForReady;

    /// <summary>With headers.</summary>
    public readonly CallOptions WithHeaders(Metadata headers) => this with { Headers = headers };

    /// <summary>With a deadline, UTC.</summary>
    public readonly CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };

    /// <summary>With cancellation.</summary>
    public readonly CallOptions WithCancellationToken(CancellationToken cancellationToken) => this with { CancellationToken = cancellationToken };

    /// <summary>With flags of messages.</summary>
    public readonly CallOptions WithWriteOptions(WriteOptions writeOptions) => this with { WriteOptions = writeOptions };

    /// <summary>With a propagation token.</summary>
    public readonly CallOptions WithPropagationToken(ContextPropagationToken propagationToken) => this with { PropagationToken = propagationToken };

    /// <summary>With credentials of this call.</summary>
    public readonly CallOptions WithCredentials(CallCredentials credentials) => this with { Credentials = credentials };

    /// <summary>Waiting for a connection, or not.</summary>
    public readonly CallOptions WithWaitForReady(bool waitForReady = true) => this with { _waitForReady = waitForReady };
}
