namespace Streamix.ServiceDefaults.Privacy.Sealing;

/// <summary>An envelope that cannot be opened here. Its contents stand in no message.</summary>
public sealed class SealBrokenException(string why, Exception? inner = null) : Exception($"The sealed content cannot be opened: {why}.", inner);
