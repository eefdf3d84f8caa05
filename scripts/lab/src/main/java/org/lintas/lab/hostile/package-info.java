/**
 * Makes input that breaks readers, by class, and runs builds on it: {@link org.lintas.lab.hostile.EvaluateHostile}. Each class of cases is a
 * {@link org.lintas.lab.hostile.CaseClass}.
 */
package org.lintas.lab.hostile;
