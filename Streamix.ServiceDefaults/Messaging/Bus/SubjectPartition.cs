using System.Text;

namespace Streamix.ServiceDefaults.Messaging.Bus;

/// <summary>Spreads subjects over a fixed number of partitions, the same on every machine (FNV-1a).</summary>
internal static class SubjectPartition
{
    public static int Of(string subject, int partitions)
    {
        var hash = 2166136261u;
        foreach (var value in Encoding.UTF8.GetBytes(subject))
            hash = (hash ^ value) * 16777619u;
        return (int)(hash % (uint)partitions);
    }
}
