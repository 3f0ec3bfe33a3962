namespace Grpc.Core;

/// <summary>State of a channel.</summary>
public enum ConnectivityState
{
    /// <summary>Not connected, and nobody asked for it.</summary>
    Idle,

    /// <summary>Connecting.</summary>
    Connecting,

    /// <summary>Connected.</summary>
    Ready,

    /// <summary>Failed; another try will follow.</summary>
    TransientFailure,

    /// <summary>Ended.</summary>
    Shutdown,
}
