using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Streamix.ServiceDefaults.Data;

/// <summary>Instants are stored in UTC whatever offset they came with.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(v => v.ToUniversalTime(), v => v);
