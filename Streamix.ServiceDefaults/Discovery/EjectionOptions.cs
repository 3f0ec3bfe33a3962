namespace Streamix.ServiceDefaults.Discovery;

/// <summary>When an address of a service is left out; section <c>Discovery:Ejection</c>.</summary>
public sealed class EjectionOptions
{
    /// <summary>Failures in a row (502, 503, 504, timeout) that put an address out; refused connections do so at once.</summary>
    public int Failures { get; set; } = 3;

    /// <summary>Time out after the first ejection.</summary>
    public TimeSpan First { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest time out.</summary>
    public TimeSpan Longest { get; set; } = TimeSpan.FromMinutes(1);
}
