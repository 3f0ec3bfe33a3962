using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Streamix.KafkaMock;

/// <summary>
/// Loads librdkafka as Confluent.Kafka does: the package librdkafka.redist carries several builds, and the first one wants a libsasl2
/// that Debian does not have.
/// </summary>
internal static class NativeLibraries
{
    private static readonly string[] Builds = [Native.Library, "centos8-librdkafka", "alpine-librdkafka"];

    [ModuleInitializer]
    internal static void Resolve() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, Load);

    private static nint Load(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Native.Library) return 0;
        foreach (var build in Builds)
        {
            if (NativeLibrary.TryLoad(build, assembly, path, out var library)) return library;
        }

        return 0; // The runtime then tries by itself and tells why it cannot.
    }
}
