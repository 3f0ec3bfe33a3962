using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Drm.Cpix;

/// <summary>A document that is no CPIX, or one we do not take: 422. The words are ours; nothing of the document is repeated.</summary>
internal sealed class CpixException(string reason, Exception? inner = null) : ProblemException(StatusCodes.Status422UnprocessableEntity, $"The CPIX document {reason}.", inner);
