using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Tasks;

/// <summary>What a task that succeeded is finished with.</summary>
/// <param name="Response">The connector's answer; null when the kind of task has none.</param>
/// <param name="Annotations">What else is to be said.</param>
sealed record TaskResult(IMessage? Response, IReadOnlyList<Any> Annotations)
{
    internal TaskResult(IMessage? response)
        : this(response, [])
    {
    }
}
