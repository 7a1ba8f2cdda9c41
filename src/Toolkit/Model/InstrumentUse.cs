namespace Toolkit.Model;

/// <summary>
/// The place in a chapter where an instrument that is defined on its tool page stands. Reading replaces it by the
/// instrument, so that writers never see it.
/// </summary>
/// <param name="Id">Which instrument.</param>
internal sealed record InstrumentUse(string Id) : Block;
