using Baton.CompilerServices;

namespace Baton;

/// <summary>Receives the parts of a role.</summary>
public sealed class RoleBuilder : ResourceBuilder<RoleBuilder>
{
    readonly List<string> _conditions = [];
    string? _conditionType;

    private protected override Trait? OwnTrait => Trait.Role;

    /// <summary>Under which conditions the role holds.</summary>
    /// <param name="type">The language of the expressions.</param>
    /// <param name="expressions">The conditions.</param>
    public RoleBuilder Conditions(string? type, params string[] expressions)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        _conditionType = type;
        _conditions.AddRange(expressions);
        return this;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _conditionType = null;
        _conditions.Clear();
    }

    private protected override void WriteTrait(WireWriter writer)
    {
        ProfileValues.Write(writer, 1);
        if (string.IsNullOrEmpty(_conditionType) && _conditions.Count == 0)
            return;
        var mark = writer.Begin(2);
        writer.String(1, _conditionType);
        foreach (var expression in _conditions)
        {
            var condition = writer.Begin(3);
            writer.String(1, expression);
            writer.End(condition);
        }
        writer.End(mark);
    }
}
